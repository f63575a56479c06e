import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Prisma } from '../generated/client'
import type { Tx } from '../scope'

export type AuditEvent = {
  /** `noun.verb-in-the-past`, for example `deployment.created`. */
  action: string
  /** The id of what was acted upon. */
  subject: string
  detail?: Prisma.InputJsonObject
}

/** Append-only: the application's role may neither change nor delete an entry. */
export const auditLog = (tx: Tx, organizationId: string) => ({
  async append(actor: Actor, { action, subject, detail = {} }: AuditEvent): Promise<void> {
    await tx.auditEntry.create({
      data: {
        organizationId,
        id: newId(),
        actorKind: actor.kind,
        actorId: actor.userId,
        actorName: actor.name,
        action,
        subject,
        detail,
      },
    })
  },
})
