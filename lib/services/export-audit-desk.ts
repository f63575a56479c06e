import { forOrganization } from '@/lib/db/store'
import { csvOf } from '@/lib/evidence/tables/csv-table'
import { operationRows, requirementOperationsTable } from '@/lib/evidence/tables/requirement-operations'
import type { Actor } from '@/lib/model/actor'
import type { AuditScope } from '@/lib/model/audit-scope'
import { authorize } from './authorize'
import { noticingExport } from './notice-export'
import { operationOver } from './operation-over'
import { scopeAdmitted } from './scope-admitted'

type Input = { org: string; scope: AuditScope; now?: Date }

/**
 * The desk over a scope as CSV, one row a requirement and quarter. Every export is an entry of the audit log. Throws as
 * `viewAuditDesk` does, before the first piece.
 */
export async function exportAuditDesk(
  actor: Actor,
  { org, scope, now = new Date() }: Input,
): Promise<AsyncIterable<string>> {
  const admitted = await authorize(actor, org, 'requirement:read')
  const rows = await forOrganization(admitted, async (store) => {
    const engagementId = await scopeAdmitted(store, { actor, membership: admitted }, scope, now)
    const { framework, operations } = await operationOver(store, scope, now.toISOString())
    const detail = { format: 'csv', ...scope, engagementId }
    await store.audit.append(actor, { action: 'audit-desk.exported', subject: scope.framework, detail })
    return operationRows(framework, operations)
  })
  return csvOf(requirementOperationsTable, noticingExport(actor, onePage(rows)))
}

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}
