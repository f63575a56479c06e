import type { PostureCriterion } from '@/lib/model/posture'
import type { StandingVerdict } from './standing-verdict'

/**
 * What a check's standing verdict means for a clause that needs `atLeast` (0 to 1) of the population. `contradicted`: too
 * few, whatever the undecided ones are. `met`: enough even if all undecided ones failed. What was not read in full can
 * contradict a clause that asks for all, and meets none. `silent`: nothing to speak of, or no connection ran the check.
 */
export function criterionState(verdict: StandingVerdict | undefined, atLeast: number): PostureCriterion['state'] {
  if (!verdict || verdict.verdict === 'not_applicable') return 'silent'
  const { numerator, denominator, undecided, incomplete } = verdict
  const population = denominator + undecided
  if (atLeast >= 1 && numerator < denominator) return 'contradicted'
  if (incomplete || population === 0) return 'open'
  if ((numerator + undecided) / population < atLeast) return 'contradicted'
  return denominator > 0 && numerator / population >= atLeast ? 'met' : 'open'
}
