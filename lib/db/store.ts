import { accessDecisionRepository } from './repositories/access-decisions'
import { answerRepository } from './repositories/answers'
import { assessmentTransitions } from './repositories/assessment-transitions'
import { assessmentRepository } from './repositories/assessments'
import { heldAuditLog } from './repositories/audit-log'
import { auditStaging, auditUndo } from './repositories/audit-staging'
import { complianceAuditRepository } from './repositories/compliance-audits'
import { deploymentRepository } from './repositories/deployments'
import { evidenceRepository } from './repositories/evidence'
import { importBatchRepository } from './repositories/import-batches'
import { incidentStaging, incidentUndo } from './repositories/incident-staging'
import { incidentRepository } from './repositories/incidents'
import { memberRepository } from './repositories/members'
import { monthlyMetricRepository } from './repositories/monthly-metrics'
import { organizationRepository } from './repositories/organizations'
import { overviewRepository } from './repositories/overview'
import { resultRepository } from './repositories/results'
import { forOrganizations, type Tx } from './scope'

const storeOf = (tx: Tx, organizationId: string) => ({
  organizationId,
  organization: organizationRepository(tx, organizationId),
  members: memberRepository(tx, organizationId),
  deployments: deploymentRepository(tx, organizationId),
  assessments: assessmentRepository(tx, organizationId),
  transitions: assessmentTransitions(tx, organizationId),
  answers: answerRepository(tx, organizationId),
  evidence: evidenceRepository(tx, organizationId),
  results: resultRepository(tx, organizationId),
  overview: overviewRepository(tx, organizationId),
  incidents: incidentRepository(tx, organizationId),
  audits: complianceAuditRepository(tx, organizationId),
  importBatches: importBatchRepository(tx, organizationId),
  incidentStaging: incidentStaging(tx, organizationId),
  auditStaging: auditStaging(tx, organizationId),
  incidentUndo: incidentUndo(tx, organizationId),
  auditUndo: auditUndo(tx, organizationId),
  monthlyMetrics: monthlyMetricRepository(tx, organizationId),
  audit: heldAuditLog(tx, organizationId),
  decisions: accessDecisionRepository(tx, organizationId),
})

/** One organization's records inside one transaction. */
export type Store = ReturnType<typeof storeOf>

/**
 * Runs `work` in one transaction that sees this organization alone, and writes what it said to the audit log last. With
 * `dryRun` everything is undone at the end and the result still returned.
 */
export const forOrganization = <T>(
  organizationId: string,
  work: (store: Store) => Promise<T>,
  limits?: { timeoutMs?: number; dryRun?: boolean },
): Promise<T> => {
  const whole = async (tx: Tx): Promise<T> => {
    const store = storeOf(tx, organizationId)
    const result = await work(store)
    await store.audit.write()
    return result
  }
  return forOrganizations([organizationId], whole, limits)
}
