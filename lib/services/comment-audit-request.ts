import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequestDetail, RequestRemark } from '@/lib/model/audit-request'
import { type OnRequest, sayOnAuditRequest } from './say-on-audit-request'

type Input = OnRequest & { remark: RequestRemark }

/** A remark on a request, from whoever may ask or whoever may answer. Throws as `sayOnAuditRequest` does. */
export function commentAuditRequest(actor: Actor, { remark, ...on }: Input): Promise<AuditRequestDetail> {
  const role = actor.memberships.find(({ slug }) => slug === on.org)?.role
  const permission = role && can(role, 'audit-request:answer') ? 'audit-request:answer' : 'audit-request:ask'
  return sayOnAuditRequest(actor, on, { permission, kind: 'comment', text: remark.text })
}
