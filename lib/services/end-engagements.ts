import type { Store } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'

/** Ends whatever a member was let in for, each with its line in the log: who is no auditor any more needs none of it. */
export async function endEngagements({ engagements, audit }: Store, actor: Actor, userId: string, now: Date) {
  for (const { id, name } of await engagements.running(userId)) {
    await engagements.end(id, { by: actor.name, at: now })
    await audit.append(actor, { action: 'audit-engagement.ended', subject: id, detail: { userId, name } })
  }
}
