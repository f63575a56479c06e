import { newId } from '@/lib/kernel/id'
import type { Session, User } from '../generated/client'
import type { Tx } from '../scope'

export const sessions = (tx: Tx) => ({
  open(userId: string, now: Date, expiresAt: Date): Promise<Session> {
    return tx.session.create({ data: { id: newId(), userId, createdAt: now, lastSeenAt: now, expiresAt } })
  },
  /** The session while it lives: not revoked, not past its end, not idle for too long. */
  live(id: string, now: Date, idleMs: number): Promise<(Session & { user: User }) | null> {
    return tx.session.findFirst({
      where: { id, revokedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - idleMs) } },
      include: { user: true },
    })
  },
  async touch(id: string, now: Date): Promise<void> {
    await tx.session.update({ where: { id }, data: { lastSeenAt: now } })
  },
  async revoke(id: string, now: Date): Promise<void> {
    await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
  },
})
