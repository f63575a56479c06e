import type { Gap } from '@/lib/model/coverage'
import type { Evaluation, Failing, Subject, Undecided } from './evaluation'
import { subjectOf } from './evaluation'
import type { Judgement } from './judge'
import { verdictOf } from './verdict-of'

type Population<Item extends Subject> = {
  items: Iterable<Item>
  judge: (item: Item) => Judgement
  /** What of the population was not read. */
  gaps: readonly Gap[]
  /** Share of the decided at which it passes; 1 asks it of every one. */
  threshold?: number
}

/** Judges every member of a population once. What the counts come to, an empty population among it, is `verdictOf`'s. */
export function evaluatePopulation<Item extends Subject>({
  items,
  judge,
  gaps,
  threshold = 1,
}: Population<Item>): Evaluation {
  const failing: Failing[] = []
  const open: Undecided[] = []
  let numerator = 0
  for (const item of items) {
    const judgement = judge(item)
    if (judgement.is === 'pass') numerator += 1
    else if (judgement.is === 'fail')
      failing.push({ subject: subjectOf(item), message: judgement.message, detail: judgement.detail ?? {} })
    else if (judgement.is === 'undecided')
      open.push({ subject: subjectOf(item), cause: judgement.cause, operation: judgement.operation })
  }
  const denominator = numerator + failing.length
  const counts = { numerator, failing: failing.length, undecided: open.length }
  return { verdict: verdictOf(counts, gaps, threshold), numerator, denominator, failing, undecided: open, gaps }
}
