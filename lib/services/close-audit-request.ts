import type { Actor } from '@/lib/model/actor'
import type { AuditRequestDetail, RequestClosing, RequestRemark } from '@/lib/model/audit-request'
import { type OnRequest, sayOnAuditRequest } from './say-on-audit-request'

const permission = 'audit-request:ask'

/** Accepts what was answered, which closes the request. Throws as `sayOnAuditRequest` does. */
export const acceptAuditRequest = (actor: Actor, { closing, ...on }: OnRequest & { closing: RequestClosing }) =>
  sayOnAuditRequest(actor, on, { permission, kind: 'accepted', text: closing.text })

/** Returns what was answered and says why; the request is open again. Throws the same. */
export const returnAuditRequest = (
  actor: Actor,
  { remark, ...on }: OnRequest & { remark: RequestRemark },
): Promise<AuditRequestDetail> => sayOnAuditRequest(actor, on, { permission, kind: 'returned', text: remark.text })

/** Takes back what one asked oneself, which closes the request. Throws the same. */
export const withdrawAuditRequest = (actor: Actor, { closing, ...on }: OnRequest & { closing: RequestClosing }) =>
  sayOnAuditRequest(actor, on, { permission, kind: 'withdrawn', text: closing.text })
