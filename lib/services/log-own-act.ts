import { type AuditEvent, auditLog } from '@/lib/db/repositories/audit-log'
import { forOrganizations, type Tx, withoutTenant } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'

/**
 * Changes somebody's own ways in, which concerns no single organization and therefore the log of each they belong to.
 * The first entry is written with the change itself; the others follow, each in a transaction of its own, because one
 * that held every log at once would hold up everybody.
 */
export async function logOwnAct<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<{ result: T; events: readonly AuditEvent[] }>,
): Promise<T> {
  const [first, ...others] = actor.memberships.map(({ organizationId }) => organizationId)
  if (first === undefined) return (await withoutTenant(work)).result
  const done = await forOrganizations([first], async (tx) => {
    const { result, events } = await work(tx)
    for (const event of events) await auditLog(tx, first).append(actor, event)
    return { result, events }
  })
  for (const id of others) {
    await forOrganizations([id], async (tx) => {
      for (const event of done.events) await auditLog(tx, id).append(actor, event)
    })
  }
  return done.result
}
