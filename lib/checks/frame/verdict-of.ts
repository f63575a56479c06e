import type { Gap } from '@/lib/model/coverage'
import type { Verdict } from '@/lib/model/verdict'

/** What was counted of a population: those it holds for, those it does not hold for, and those nobody can tell. */
export type Counts = { numerator: number; failing: number; undecided: number }

/**
 * The verdict of what was counted. Nothing counted and nothing unread is not applicable, never a pass. With a threshold of 1
 * one failing member fails it whatever is unread; below, it fails or passes only if the undecided members could not turn it
 * (unread ones of unknown number, that is gaps, always could).
 */
export function verdictOf({ numerator, failing, undecided }: Counts, gaps: readonly Gap[], threshold: number): Verdict {
  if (threshold === 1 && failing > 0) return 'fail'
  if (gaps.length > 0) return 'unknown'
  const all = numerator + failing + undecided
  if (all === 0) return 'not_applicable'
  if (numerator / all >= threshold) return 'pass'
  return (numerator + undecided) / all < threshold ? 'fail' : 'unknown'
}
