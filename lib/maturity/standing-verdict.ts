import type { Instant } from '@/lib/model/instant'
import type { Verdict } from '@/lib/model/verdict'

/** What one check said over the accounts of a connection's newest run, or over several connections. */
export type StandingVerdict = {
  checkId: string
  verdict: Verdict
  /** Sums over the accounts: of how many of the decided the assertion holds. */
  numerator: number
  denominator: number
  undecided: number
  /** Whether part of a population, of unknown size, was not read. */
  incomplete: boolean
  /** The oldest fact it rests on. */
  factsAt: Instant
}
