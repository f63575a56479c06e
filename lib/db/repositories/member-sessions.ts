import type { MemberSession } from '@/lib/model/member-session'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'
import { toInstantOrNull } from './calendar'

type Row = Omit<MemberSession, 'startedAt' | 'lastSeenAt' | 'expiresAt' | 'provenAt'> & {
  startedAt: Date
  lastSeenAt: Date
  expiresAt: Date
  provenAt: Date | null
}

/** A person's sessions that live now, the one used last first; at most 200. They belong to no organization. */
export async function liveSessionsOf(tx: Reading, userId: string, now: Date, idleMs: number): Promise<MemberSession[]> {
  const [at, seenAfter] = [now.toISOString(), new Date(now.getTime() - idleMs).toISOString()]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id::text, s.user_agent AS "userAgent", s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.address, s.last_address AS "lastAddress", s.method, s.proven_at AS "provenAt",
      (SELECT round(coalesce(sum(r.weight * power(0.5, extract(epoch FROM (${at}::timestamptz - r.at)) / 1800)), 0))::int
        FROM risk_signals r WHERE r.subject = s.id AND r.at > ${at}::timestamptz - interval '12 hours') AS risk
    FROM sessions s
    WHERE s.user_id = ${userId}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${at}::timestamptz
      AND s.last_seen_at > ${seenAfter}::timestamptz
    ORDER BY s.last_seen_at DESC, s.id LIMIT 200`
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    provenAt: toInstantOrNull(row.provenAt),
  }))
}

/**
 * Ends every session of a person and says why, and spends the one-time links that still wait, which would open another.
 * Returns how many sessions ended.
 */
export async function endSessionsOf(tx: Tx, userId: string, now: Date, revokedFor: string): Promise<number> {
  await tx.signInLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
  const where = { userId, revokedAt: null, expiresAt: { gt: now } }
  const { count } = await tx.session.updateMany({ where, data: { revokedAt: now, revokedFor } })
  return count
}
