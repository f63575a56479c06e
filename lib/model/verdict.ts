import { z } from 'zod'
import { Gap } from './coverage'
import { Instant } from './instant'

/** An empty population is never a pass, and what could not be read is neither pass nor fail. */
export const VERDICTS = ['pass', 'fail', 'not_applicable', 'unknown'] as const
export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

/** What one check said of one account (cluster, workspace), with what it counted and what it could not see. */
export const CheckVerdict = z.object({
  checkId: z.string(),
  account: z.string(),
  verdict: Verdict,
  /** Of how many of the denominator the assertion holds. */
  numerator: z.int(),
  /** Resources, or for a check that something must exist places, that were decided. */
  denominator: z.int(),
  /** Resources that could not be decided. */
  undecided: z.int(),
  gaps: z.array(Gap),
  /** The oldest fact it rests on. */
  factsAt: Instant,
})
export type CheckVerdict = z.infer<typeof CheckVerdict>
