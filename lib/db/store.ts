import type { Admission } from '@/lib/model/admission'
import { evidenceSigner } from './keys/evidence-signer'
import { organizationSecrets } from './keys/organization-secrets'
import { accessDecisionRepository } from './repositories/access-decisions'
import { accessRulesRepository } from './repositories/access-rules'
import { accessTokenRepository } from './repositories/access-tokens'
import { agedRecords } from './repositories/aged-records'
import { answerRepository } from './repositories/answers'
import { assessmentTransitions } from './repositories/assessment-transitions'
import { assessmentRepository } from './repositories/assessments'
import { auditDeskRepositories } from './repositories/audit-desk'
import { heldAuditLog } from './repositories/audit-log'
import { auditHeadKeeper } from './repositories/audit-slice'
import { auditStaging, auditUndo } from './repositories/audit-staging'
import { checkSettingRepository } from './repositories/check-settings'
import { checkVerdictRepository } from './repositories/check-verdicts'
import { complianceAuditRepository } from './repositories/compliance-audits'
import { connectionRemoval } from './repositories/connection-removal'
import { connectionRepository } from './repositories/connections'
import { customFrameworkRepository } from './repositories/custom-frameworks'
import { deploymentRepository } from './repositories/deployments'
import { elevationRepository } from './repositories/elevations'
import { evidenceRepository } from './repositories/evidence'
import { evidencePackRepository } from './repositories/evidence-packs'
import { findingActs } from './repositories/finding-acts'
import { findingImportRepository } from './repositories/finding-imports'
import { findingStaging } from './repositories/finding-staging'
import { findingRepository } from './repositories/findings'
import { groupRoleRepository } from './repositories/group-roles'
import { importBatchRepository } from './repositories/import-batches'
import { incidentStaging, incidentUndo } from './repositories/incident-staging'
import { incidentRepository } from './repositories/incidents'
import { legalHoldRepository } from './repositories/legal-holds'
import { memberRepository } from './repositories/members'
import { monthlyMetricRepository } from './repositories/monthly-metrics'
import { noticeReader } from './repositories/notices'
import { organizationRepository } from './repositories/organizations'
import { oscalFactReader } from './repositories/oscal-facts'
import { overviewRepository } from './repositories/overview'
import { postureRepository } from './repositories/posture'
import { recordRemoval } from './repositories/record-removal'
import { removalRepository } from './repositories/removals'
import { reportRepositories } from './repositories/reports'
import { resultRepository } from './repositories/results'
import { retentionRuleRepository } from './repositories/retention-rules'
import { ruleMappingRepository } from './repositories/rule-mappings'
import { runDetailReader } from './repositories/run-details'
import { runEventRepository } from './repositories/run-events'
import { runReader } from './repositories/run-list'
import { runUnitRepository } from './repositories/run-units'
import { runRepository } from './repositories/runs'
import { statementRepository } from './repositories/statements'
import { trustRuleRepository } from './repositories/trust-rules'
import { unitLeases } from './repositories/unit-leases'
import { usedTokens } from './repositories/used-tokens'
import { forOrganizations, type Tx } from './scope'

/** What sources are read with. */
const runStore = (tx: Tx, organizationId: string) => ({
  connections: connectionRepository(tx, organizationId),
  connectionRemoval: connectionRemoval(tx, organizationId),
  runList: runReader(tx, organizationId),
  runDetails: runDetailReader(tx, organizationId),
  runs: runRepository(tx, organizationId),
  runUnits: runUnitRepository(tx, organizationId),
  unitLeases: unitLeases(tx, organizationId),
  runEvents: runEventRepository(tx, organizationId),
  checkVerdicts: checkVerdictRepository(tx, organizationId),
  oscalFacts: oscalFactReader(tx, organizationId),
})

/** What is stated for good, and how long everything else is kept. */
const keptStore = (tx: Tx, organizationId: string) => ({
  statements: statementRepository(tx, organizationId),
  retentionRules: retentionRuleRepository(tx, organizationId),
  legalHolds: legalHoldRepository(tx, organizationId),
  agedRecords: agedRecords(tx, organizationId),
  recordRemoval: recordRemoval(tx, organizationId),
  removals: removalRepository(tx, organizationId),
})

const storeOf = (tx: Tx, { organizationId, decision }: Place) => ({
  organizationId,
  organization: organizationRepository(tx, organizationId),
  members: memberRepository(tx, organizationId),
  elevations: elevationRepository(tx, organizationId),
  notices: noticeReader(tx, organizationId),
  accessRules: accessRulesRepository(tx, organizationId),
  groupRoles: groupRoleRepository(tx, organizationId),
  secrets: organizationSecrets(tx, organizationId),
  signer: evidenceSigner(tx),
  deployments: deploymentRepository(tx, organizationId),
  assessments: assessmentRepository(tx, organizationId),
  transitions: assessmentTransitions(tx, organizationId),
  answers: answerRepository(tx, organizationId),
  evidence: evidenceRepository(tx, organizationId),
  evidencePacks: evidencePackRepository(tx, organizationId),
  results: resultRepository(tx, organizationId),
  posture: postureRepository(tx, organizationId),
  checkSettings: checkSettingRepository(tx, organizationId),
  ...auditDeskRepositories(tx, organizationId),
  ...reportRepositories(tx, organizationId),
  overview: overviewRepository(tx, organizationId),
  incidents: incidentRepository(tx, organizationId),
  audits: complianceAuditRepository(tx, organizationId),
  importBatches: importBatchRepository(tx, organizationId),
  incidentStaging: incidentStaging(tx, organizationId),
  auditStaging: auditStaging(tx, organizationId),
  incidentUndo: incidentUndo(tx, organizationId),
  auditUndo: auditUndo(tx, organizationId),
  monthlyMetrics: monthlyMetricRepository(tx, organizationId),
  findings: findingRepository(tx, organizationId),
  findingStaging: findingStaging(tx, organizationId),
  findingImports: findingImportRepository(tx, organizationId),
  ruleMappings: ruleMappingRepository(tx, organizationId),
  findingActs: findingActs(tx, organizationId),
  audit: heldAuditLog(tx, organizationId, decision),
  auditHead: auditHeadKeeper(tx, organizationId),
  decisions: accessDecisionRepository(tx, organizationId),
  accessTokens: accessTokenRepository(tx, organizationId),
  trustRules: trustRuleRepository(tx, organizationId),
  customFrameworks: customFrameworkRepository(tx, organizationId),
  ...runStore(tx, organizationId),
  ...keptStore(tx, organizationId),
  usedTokens: usedTokens(tx),
})

/** An organization, and by which answer of the policy somebody acts in it, where it was asked. */
type Place = Pick<Admission, 'organizationId'> & Partial<Admission>

/** One organization's records inside one transaction. */
export type Store = ReturnType<typeof storeOf>

/**
 * Runs `work` in one transaction that sees this organization alone, and writes what it said to the audit log last: beside
 * each act the decision that `place`, where it is what `authorize` returned, was entered by. With `dryRun` everything is
 * undone at the end and the result still returned.
 */
export const forOrganization = <T>(
  place: string | Admission,
  work: (store: Store) => Promise<T>,
  limits?: { timeoutMs?: number; dryRun?: boolean },
): Promise<T> => {
  const at: Place = typeof place === 'string' ? { organizationId: place } : place
  const whole = async (tx: Tx): Promise<T> => {
    const store = storeOf(tx, at)
    const result = await work(store)
    await store.audit.write()
    return result
  }
  return forOrganizations([at.organizationId], whole, limits)
}
