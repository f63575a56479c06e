import type { AuditRecord } from '@/lib/model/compliance-audit'
import type { Tx } from '../scope'
import { type FileColumn, type RecordTable, recordStaging } from './record-staging'
import { recordUndo } from './record-undo'

export type StagedAudit = Omit<AuditRecord, 'externalId'>

const count = (name: string, of: (record: StagedAudit) => number): FileColumn<StagedAudit> => ({
  name,
  type: 'int4',
  sent: 'int4',
  of,
})

const AUDITS: RecordTable<StagedAudit> = {
  name: 'compliance_audits',
  columns: [
    { name: 'framework', type: 'text', sent: 'text', of: (r) => r.framework },
    { name: 'audited_on', type: 'date', sent: 'text', of: (r) => r.auditedOn },
    count('assessed', (r) => r.assessed),
    count('passed', (r) => r.passed),
    count('failed', (r) => r.failed),
    count('not_applicable', (r) => r.notApplicable),
  ],
  placedOn: (row) => `${row}.audited_on::timestamp`,
}

export const auditStaging = (tx: Tx, organizationId: string) => recordStaging(tx, organizationId, AUDITS)
export const auditUndo = (tx: Tx, organizationId: string) => recordUndo(tx, organizationId, AUDITS)
