import type { Evaluated } from '@/lib/checks/evaluate-scope'
import type { FindingTransitions } from '@/lib/db/repositories/finding-staging'
import type { Store } from '@/lib/db/store'
import { resolutionScope } from '@/lib/findings/resolution-scope'
import type { SeenFinding } from '@/lib/findings/seen-finding'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import type { Instant } from '@/lib/model/instant'

type Evaluations = {
  connectionId: string
  runId: string
  /** The instant of the run, the same in every call for it. */
  at: Instant
  /** Account, cluster or workspace. */
  account: string
  evaluations: readonly Evaluated[]
}

/** As the findings of our own checks name their source. */
export const OWN_CHECKS = 'check'

/**
 * Follows the findings of one account through a run, inside the caller's transaction: new ones are opened, those seen
 * again persist or are reopened, those not seen are resolved, except what was undecided or not read. Checks that were not
 * evaluated are untouched. Called again for the same run it changes nothing and returns the same counts. Throws not-found
 * (connection).
 */
export async function recordEvaluations(
  { findingStaging, findings }: Store,
  { connectionId, runId, at, account, evaluations }: Evaluations,
): Promise<FindingTransitions> {
  const severities = await findings.severitiesSet()
  await findingStaging.open()
  await findingStaging.see(evaluations.flatMap((one) => seenOf(one, severities.get(one.check.id))))
  await findingStaging.holdOpen(
    evaluations.flatMap(({ check, evaluation }) =>
      evaluation.undecided.map(({ subject }) => ({ checkId: check.id, resourceId: subject.id })),
    ),
  )
  const scopes = evaluations.flatMap(
    ({ check, evaluation }) => resolutionScope(check.id, account, evaluation.gaps) ?? [],
  )
  return findingStaging.merge({ connectionId, runId, at, source: OWN_CHECKS, scopes })
}

const seenOf = ({ check, evaluation }: Evaluated, severity: FindingSeverity | undefined): SeenFinding[] =>
  evaluation.failing.map(({ subject, message, detail }) => ({
    checkId: check.id,
    source: OWN_CHECKS,
    subject,
    title: check.title,
    message,
    severity: severity ?? check.severity,
    capabilities: check.capabilities,
    detail,
    provenance: null,
  }))
