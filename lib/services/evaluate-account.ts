import { type Evaluated, evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import type { EndedUnit } from '@/lib/db/repositories/run-units'
import type { ConnectionKind } from '@/lib/model/connection'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Instant } from '@/lib/model/instant'
import type { CheckVerdict } from '@/lib/model/verdict'
import { resourcesOf } from './snapshot-parts'

/** Which checks, as they are now, read the snapshot. */
export const CHECKS_FORMULA = 'checks/1'

export const checksFor = (kind: ConnectionKind) => (kind === 'findings' ? [] : checksOf(kind))

type Account = {
  organizationId: string
  kind: ConnectionKind
  account: string
  /** Units of all accounts, as the run ended them. */
  units: readonly EndedUnit[]
  /** What ages are measured against: the same each time a run is evaluated. */
  at: Instant
  thresholds: ReadonlyMap<string, number>
}

/** Evaluates every check over what a run knows of one account, cluster or workspace. Only this account is in memory. */
export async function evaluateAccount(scope: Account): Promise<{ evaluated: Evaluated[]; verdicts: CheckVerdict[] }> {
  const { organizationId, kind, account, at: now, thresholds } = scope
  const units = scope.units.filter((unit) => unit.account === account)
  const resources: AnyResource[] = []
  for await (const part of resourcesOf(organizationId, { parts: units }, account))
    for (const one of part) resources.push(one)
  const evaluated = evaluateScope(checksFor(kind), scopeFacts(account, units, resources), { now, thresholds })
  const begun = units.flatMap(({ startedAt }) => startedAt ?? []).sort()
  const factsAt = begun[0] ?? now
  return { evaluated, verdicts: evaluated.map((one) => verdictOf(one, account, factsAt)) }
}

const MOST_GAPS = 100

const verdictOf = ({ check, evaluation }: Evaluated, account: string, factsAt: Instant): CheckVerdict => ({
  checkId: check.id,
  account,
  verdict: evaluation.verdict,
  numerator: evaluation.numerator,
  denominator: evaluation.denominator,
  undecided: evaluation.undecided.length,
  gaps: evaluation.gaps.slice(0, MOST_GAPS),
  factsAt,
})
