import type { Store } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { AuditScope } from '@/lib/model/audit-scope'

/** Within so many minutes the same person looking at the same again is one view. */
const SAME_VIEW_MINUTES = 10

/** What was looked at: the desk over a scope, or one requirement of it. */
type Looked = { scope: AuditScope; requirement?: string; engagementId: string | null }

/**
 * Writes down that somebody looked at the desk. A page that is loaded again, or turned to from a filter, within ten minutes
 * is the same view and leaves no second line; a machine's every request does.
 */
export async function logDeskView({ audit, deskViews }: Store, actor: Actor, looked: Looked, now: Date): Promise<void> {
  const { scope, requirement = null, engagementId } = looked
  const event = {
    action: 'audit-desk.viewed',
    subject: scope.framework,
    detail: { ...scope, requirement, engagementId },
  }
  const since = new Date(now.getTime() - SAME_VIEW_MINUTES * 60_000)
  if (actor.userId !== null && (await deskViews.isLogged({ ...event, actorId: actor.userId, since }))) return
  await audit.append(actor, event)
}
