import { readOrganizations } from '@/lib/db/read-scope'
import { auditEntryReader } from '@/lib/db/repositories/audit-entries'
import type { Actor } from '@/lib/model/actor'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { AuditLogFilter } from '@/lib/model/audit-log-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

type Input = { org: string; filter: AuditLogFilter; page: PageRequest }

/** Entries of the audit log that match the filter, newest first. Throws not-found, forbidden, invalid (cursor). */
export async function listAuditLog(actor: Actor, { org, filter, page }: Input): Promise<Page<AuditEntry>> {
  const { organizationId } = await authorize(actor, org, 'audit-log:read')
  return readOrganizations([organizationId], (tx) => auditEntryReader(tx, organizationId).page(filter, page))
}
