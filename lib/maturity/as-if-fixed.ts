import type { StandingVerdict } from './standing-verdict'

/**
 * The verdicts as they would stand if so many failing resources of each check were fixed: what accepting a risk hides, or
 * what mending it gains. What is undecided or was not read stays so. Never counts more than fail.
 */
export const asIfFixed = (
  verdicts: readonly StandingVerdict[],
  fixed: ReadonlyMap<string, number>,
): StandingVerdict[] =>
  verdicts.map((one) => (fixed.has(one.checkId) ? repaired(one, fixed.get(one.checkId) ?? 0) : one))

function repaired(one: StandingVerdict, count: number): StandingVerdict {
  const numerator = Math.min(one.denominator, one.numerator + count)
  const clean = numerator === one.denominator && one.verdict === 'fail'
  const verdict = clean ? (one.incomplete || one.undecided > 0 ? 'unknown' : 'pass') : one.verdict
  return { ...one, numerator, verdict }
}
