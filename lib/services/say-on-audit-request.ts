import type { OrganizationPermission } from '@/lib/access/permissions'
import { forOrganization, type Store } from '@/lib/db/store'
import { nextState, requestRefusal } from '@/lib/evidence/request-transition'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequestDetail, RequestEntryKind, RequestFile } from '@/lib/model/audit-request'
import { authorize } from './authorize'
import { requestSight } from './request-sight'

export type OnRequest = { org: string; id: string; now?: Date }

type Said = {
  permission: OrganizationPermission
  kind: RequestEntryKind
  text: string
  /** What comes with it, found or made in the same transaction. */
  files?: (store: Store) => Promise<readonly Omit<RequestFile, 'id'>[]>
}

const ACTIONS: Readonly<Record<RequestEntryKind, string>> = {
  answer: 'audit-request.answered',
  comment: 'audit-request.commented',
  accepted: 'audit-request.accepted',
  returned: 'audit-request.returned',
  withdrawn: 'audit-request.withdrawn',
}

/**
 * Adds something to what was said about a request and moves it to the state that follows. Throws not-found, forbidden
 * where somebody would judge their own answer or withdraw what another asked, conflict where it cannot be said in the
 * request's state.
 */
export async function sayOnAuditRequest(
  actor: Actor,
  { org, id, now = new Date() }: OnRequest,
  { permission, kind, text, files }: Said,
): Promise<AuditRequestDetail> {
  const admitted = await authorize(actor, org, permission)
  return forOrganization(admitted, async (store) => {
    const sight = await requestSight(store, actor, admitted, now)
    const before = await store.auditRequests.lock(parseId(id), sight)
    const refusal = requestRefusal(before, kind, actor.userId)
    if (refusal !== null) throw new AppError('forbidden', { detail: refusal })
    const state = nextState(before.state, kind)
    if (state === null) throw new AppError('conflict', { detail: `The request is ${before.state}.` })
    const came = (await files?.(store)) ?? []
    const said = { kind, text, actorName: actor.name, actorId: actor.userId, at: now, state }
    await store.auditRequests.addFiles(await store.auditRequests.say(before.id, said), came)
    const after = await store.auditRequests.get(before.id, sight)
    const detail = { title: before.title, state, files: came.map(({ title, sha256 }) => ({ title, sha256 })) }
    await store.audit.append(actor, { action: ACTIONS[kind], subject: before.id, detail, before, after })
    return after
  })
}
