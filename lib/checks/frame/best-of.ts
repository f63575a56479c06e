import type { Judgement } from './judge'

/**
 * What several candidates say of a place that needs one of them to hold: a pass if any passes; else undecided if any is, for
 * it might have; else the first fail, or `missing` where there is no candidate.
 */
export function bestOf(candidates: readonly Judgement[], missing: Judgement): Judgement {
  const first = (is: Judgement['is']) => candidates.find((one) => one.is === is)
  return first('pass') ?? first('undecided') ?? first('fail') ?? missing
}
