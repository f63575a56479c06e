import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequestDetail } from '@/lib/model/audit-request'
import { authorize } from './authorize'
import { requestSight } from './request-sight'

type Input = { org: string; id: string; now?: Date }

/** A request with all that was said about it. Throws not-found, also for one outside what an auditor was let in for. */
export async function getAuditRequest(actor: Actor, { org, id, now = new Date() }: Input): Promise<AuditRequestDetail> {
  const admitted = await authorize(actor, org, 'audit-request:read')
  return forOrganization(admitted.organizationId, async (store) =>
    store.auditRequests.get(parseId(id), await requestSight(store, actor, admitted, now)),
  )
}
