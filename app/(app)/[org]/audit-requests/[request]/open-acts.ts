import type { OpenAct } from '@/components/audit-requests/say-form'
import { can } from '@/lib/access/can'
import { nextState, requestRefusal } from '@/lib/evidence/request-transition'
import type { Actor, Membership } from '@/lib/model/actor'
import type { AuditRequestDetail, RequestEntryKind } from '@/lib/model/audit-request'

const ACTS: readonly (OpenAct & { kind: RequestEntryKind })[] = [
  { kind: 'accepted', act: 'accept', label: 'Accept the answer', needsText: false, isPrimary: true },
  { kind: 'returned', act: 'return', label: 'Return it', needsText: true },
  { kind: 'comment', act: 'comments', label: 'Remark', needsText: true },
  { kind: 'withdrawn', act: 'withdraw', label: 'Withdraw the request', needsText: false },
]

/** What this person may say about a request now; the service decides again. */
export function openActs({ userId }: Actor, { role }: Membership, request: AuditRequestDetail): OpenAct[] {
  const asks = can(role, 'audit-request:ask')
  const answers = can(role, 'audit-request:answer')
  return ACTS.filter(
    ({ kind }) =>
      (asks || (kind === 'comment' && answers)) &&
      nextState(request.state, kind) !== null &&
      requestRefusal(request, kind, userId) === null,
  ).map(({ kind: _, ...act }) => act)
}
