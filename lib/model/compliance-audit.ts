import { z } from 'zod'
import { Day } from './instant'

const count = z.int().min(0).max(1_000_000)

/** What a source says about one audit. `assessed` = passed + failed; not applicable controls stand apart. */
export const AuditRecord = z.object({
  externalId: z.string(),
  framework: z.string(),
  auditedOn: Day,
  assessed: count,
  passed: count,
  failed: count,
  notApplicable: count,
})
export type AuditRecord = z.infer<typeof AuditRecord>

export const ComplianceAudit = AuditRecord.extend({
  id: z.uuid(),
  source: z.string(),
  deploymentId: z.uuid().nullable(),
  importBatchId: z.uuid().nullable(),
})
export type ComplianceAudit = z.infer<typeof ComplianceAudit>
