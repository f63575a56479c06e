import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequest, AuditRequestFilter } from '@/lib/model/audit-request'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'
import { requestSight } from './request-sight'

type Input = { org: string; filter: AuditRequestFilter; page: PageRequest; now?: Date }

/** Requests that match the filter, newest first. Throws not-found, invalid (cursor). */
export async function listAuditRequests(
  actor: Actor,
  { org, filter, page, now = new Date() }: Input,
): Promise<Page<AuditRequest>> {
  const admitted = await authorize(actor, org, 'audit-request:read')
  return forOrganization(admitted.organizationId, async (store) =>
    store.auditRequests.page(filter, await requestSight(store, actor, admitted, now), page),
  )
}
