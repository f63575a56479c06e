import type { Gap } from '@/lib/model/coverage'
import type { Verdict } from '@/lib/model/verdict'
import type { Evaluation, Failing, Subject, Undecided } from './evaluation'
import type { Judgement } from './judge'

type Population<Item extends Subject> = {
  items: Iterable<Item>
  judge: (item: Item) => Judgement
  /** What of the population was not read. */
  gaps: readonly Gap[]
  /** Share of the decided at which it passes; 1 asks it of every one. */
  threshold?: number
}

const subjectOf = ({ type, id, name, account, region }: Subject): Subject => ({ type, id, name, account, region })

/**
 * Judges every member of a population. A complete and empty population is not applicable, never a pass. With a threshold of
 * 1 one failing member fails it whatever is unread; below, it fails or passes only if the unread members could not turn it
 * (unread ones of unknown number, that is gaps, always could).
 */
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

type Counts = { numerator: number; failing: number; undecided: number }

function verdictOf({ numerator, failing, undecided }: Counts, gaps: readonly Gap[], threshold: number): Verdict {
  if (threshold === 1 && failing > 0) return 'fail'
  if (gaps.length > 0) return 'unknown'
  const all = numerator + failing + undecided
  if (all === 0) return 'not_applicable'
  if (numerator / all >= threshold) return 'pass'
  return (numerator + undecided) / all < threshold ? 'fail' : 'unknown'
}
