import { newId } from '@/lib/kernel/id'
import type { ProofMethod } from '@/lib/model/access-context'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

/** A live session as its person sees it. */
export type SessionRow = {
  id: string
  method: 'passkey' | 'oidc' | 'link'
  provider: string | null
  provenAt: Date | null
  userAgent: string | null
  startedAt: Date
  lastSeenAt: Date
  expiresAt: Date
  address: string | null
  lastAddress: string | null
}

/** A person's live sessions, the one seen last first. */
export function liveSessionsOf(tx: Reading, userId: string, now: Date, idleMs: number): Promise<SessionRow[]> {
  const [at, seenAfter] = [now.toISOString(), new Date(now.getTime() - idleMs).toISOString()]
  return tx.$queryRaw<SessionRow[]>`
    SELECT s.id::text, s.method, coalesce(p.name, s.provider) AS provider, s.proven_at AS "provenAt",
      s.user_agent AS "userAgent", s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.address, s.last_address AS "lastAddress"
    FROM sessions s LEFT JOIN identity_providers p ON p.id = s.provider
    WHERE s.user_id = ${userId}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${at}::timestamptz
      AND s.last_seen_at > ${seenAfter}::timestamptz
    ORDER BY s.last_seen_at DESC, s.id`
}

/** The identity providers that know this person and are still in use. */
export const providersOf = (tx: Reading, userId: string): Promise<{ id: string; name: string }[]> =>
  tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT DISTINCT p.id, p.name FROM identities i JOIN identity_providers p ON p.issuer = i.issuer
    WHERE i.user_id = ${userId}::uuid AND p.disabled_at IS NULL ORDER BY p.name`

/** How a person is known; null when they are gone. */
export async function userNamed(tx: Reading, userId: string): Promise<{ name: string; email: string } | null> {
  const [row] = await tx.$queryRaw<{ name: string; email: string }[]>`
    SELECT name, email FROM users WHERE id = ${userId}::uuid`
  return row ?? null
}

/** What somebody may do to sessions of their own; another person's look absent. */
export const ownSessions = (tx: Tx) => ({
  /**
   * The person proved anew who they are. The session goes on under a new id, so that a cookie carried off before gains
   * nothing from it (OWASP ASVS 5.0, 7.2.4); what was seen against it and what it was asked to sign go along. Null when
   * it has ended.
   */
  async renew(id: string, proof: { provenAt: Date; method: ProofMethod; amr: readonly string[] }) {
    const renewed = newId()
    const { count } = await tx.session.updateMany({
      where: { id, revokedAt: null },
      data: { ...proof, amr: [...proof.amr], id: renewed },
    })
    if (count === 0) return null
    await tx.riskSignal.updateMany({ where: { subject: id }, data: { subject: renewed } })
    await tx.challenge.updateMany({ where: { sessionId: id }, data: { sessionId: renewed } })
    return renewed
  },
  /** Ends one; false unless it is this person's and lives. */
  async end(id: string, userId: string, now: Date): Promise<boolean> {
    const { count } = await tx.session.updateMany({
      where: { id, userId, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now, revokedFor: 'by-person' },
    })
    return count > 0
  },
  /** Ends all but one and names them. */
  async endOthers(keepId: string, userId: string, now: Date): Promise<string[]> {
    const ended = await tx.session.updateManyAndReturn({
      where: { userId, id: { not: keepId }, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now, revokedFor: 'by-person' },
      select: { id: true },
    })
    return ended.map(({ id }) => id)
  },
})
