import type { Gap } from '@/lib/model/coverage'
import { evaluatePopulation } from './evaluate-population'
import type { Evaluation, Subject } from './evaluation'
import { gapAt } from './gap-at'
import type { Judgement } from './judge'

type Places<Place extends Subject> = {
  /** Where something must exist: the account, each region, the cluster. */
  places: readonly Place[]
  /** `fail` when it is not there. */
  judge: (place: Place) => Judgement
  /** What was not read; a place they concern is undecided unless something was found there. */
  gaps: readonly Gap[]
}

/**
 * Asks of each place whether something is there. A place is missing it only when the reading of it was complete; a gap
 * without a region concerns all places. No places are not applicable only where nothing was left unread.
 */
export function evaluateExistence<Place extends Subject>({ places, judge, gaps }: Places<Place>): Evaluation {
  const judged = (place: Place): Judgement => {
    const judgement = judge(place)
    const gap = gapAt(gaps, place)
    if (judgement.is !== 'fail' || !gap) return judgement
    return { is: 'undecided', cause: gap.cause, operation: gap.operation }
  }
  const result = evaluatePopulation({ items: places, judge: judged, gaps: places.length === 0 ? gaps : [] })
  return { ...result, gaps }
}
