import { combineVerdicts } from '@/lib/checks/combine-verdicts'
import type { Instant } from '@/lib/model/instant'
import { FRESH_DAYS } from './posture-formula'
import type { StandingVerdict } from './standing-verdict'

const DAY_MS = 86_400_000
const NOT_COLLECTED = { verdict: 'unknown', numerator: 0, denominator: 0, undecided: 0, incomplete: true } as const

/**
 * One verdict a check, out of one or more: populations are added up, and a part that rests on facts older than FRESH_DAYS
 * counts as not collected, because it was true once. `factsAt` is the oldest fact of the parts.
 */
export function standingVerdicts(parts: readonly StandingVerdict[], at: Instant): ReadonlyMap<string, StandingVerdict> {
  const oldest = Date.parse(at) - FRESH_DAYS * DAY_MS
  const byCheck = new Map<string, StandingVerdict>()
  for (const part of parts) {
    const fresh = Date.parse(part.factsAt) < oldest ? { ...part, ...NOT_COLLECTED } : part
    const other = byCheck.get(part.checkId)
    byCheck.set(part.checkId, other ? together(other, fresh) : fresh)
  }
  return byCheck
}

const together = (a: StandingVerdict, b: StandingVerdict): StandingVerdict => ({
  checkId: a.checkId,
  verdict: combineVerdicts([a.verdict, b.verdict]),
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  undecided: a.undecided + b.undecided,
  incomplete: a.incomplete || b.incomplete,
  factsAt: [a.factsAt, b.factsAt].sort()[0] ?? a.factsAt,
})
