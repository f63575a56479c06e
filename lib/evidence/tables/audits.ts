import type { ComplianceAudit } from '@/lib/model/compliance-audit'
import { columnsOf, type Table } from './table'

/** A compliance audit and the slug of its deployment; null when it belongs to none. */
export type AuditRow = ComplianceAudit & { deployment: string | null }

const { text, day, number } = columnsOf<AuditRow>()

export const auditsTable: Table<AuditRow> = {
  name: 'audits',
  title: 'Compliance audits',
  columns: [
    text('source', 'Source'),
    text('externalId', 'Id at the source'),
    text('framework', 'Framework'),
    day('auditedOn', 'Audited on'),
    number('assessed', 'Controls assessed'),
    number('passed', 'Passed'),
    number('failed', 'Failed'),
    number('notApplicable', 'Not applicable'),
    text('deployment', 'Deployment'),
  ],
}
