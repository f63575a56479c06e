import { newId } from '@/lib/kernel/id'
import type { Session } from '../generated/client'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

export type LiveSession = { userId: string; userName: string; lastSeenAt: Date }

/** The session while it lives: not revoked, not past its end, not idle for too long. */
export async function liveSession(tx: Reading, id: string, now: Date, idleMs: number): Promise<LiveSession | null> {
  const [at, seenAfter] = [now.toISOString(), new Date(now.getTime() - idleMs).toISOString()]
  const [row] = await tx.$queryRaw<LiveSession[]>`
    SELECT u.id::text AS "userId", u.name AS "userName", s.last_seen_at AS "lastSeenAt"
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${id}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${at}::timestamptz
      AND s.last_seen_at > ${seenAfter}::timestamptz`
  return row ?? null
}

export const sessions = (tx: Tx) => ({
  open(userId: string, now: Date, expiresAt: Date): Promise<Session> {
    return tx.session.create({ data: { id: newId(), userId, createdAt: now, lastSeenAt: now, expiresAt } })
  },
  async touch(id: string, now: Date): Promise<void> {
    await tx.session.update({ where: { id }, data: { lastSeenAt: now } })
  },
  async revoke(id: string, now: Date): Promise<void> {
    await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
  },
})
