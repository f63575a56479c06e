import type { Instant } from '@/lib/model/instant'
import { FRESH_DAYS } from './posture-formula'
import type { StandingVerdict } from './standing-verdict'

const DAY_MS = 86_400_000

/** Verdicts by check, those on facts older than FRESH_DAYS turned into unknown: they were true once. */
export function freshVerdicts(verdicts: readonly StandingVerdict[], at: Instant): ReadonlyMap<string, StandingVerdict> {
  const oldest = Date.parse(at) - FRESH_DAYS * DAY_MS
  return new Map(
    verdicts.map((one) => [one.checkId, Date.parse(one.factsAt) < oldest ? { ...one, ...NOT_COLLECTED } : one]),
  )
}

const NOT_COLLECTED = { verdict: 'unknown', numerator: 0, denominator: 0, undecided: 0, incomplete: true } as const
