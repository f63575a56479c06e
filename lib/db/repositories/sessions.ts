import { newId } from '@/lib/kernel/id'
import type { ProofMethod } from '@/lib/model/access-context'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'
import { type Bare, membershipsOf } from './people'
import { riskSum } from './risk-signals'

/** What was found out about a person when a session began. */
export type SessionStart = {
  method: ProofMethod
  provenAt: Date | null
  provider: string | null
  acr: string | null
  amr: readonly string[]
  /** SHA-256 of what tells this browser from others. */
  browser: string
  userAgent: string | null
  address: string | null
}

export type LiveSession = {
  userId: string
  userName: string
  startedAt: Date
  lastSeenAt: Date
  method: ProofMethod
  provenAt: Date | null
  acr: string | null
  amr: string[]
  browser: string | null
  hasCredential: boolean
  /** Signals against it, each worth half after half an hour. */
  risk: number
  memberships: Bare[]
}

/**
 * The session while it lives: not revoked, not past its end, not idle for too long. With its person's memberships, in one
 * statement, because this is asked on every request.
 */
export async function liveSession(tx: Reading, id: string, now: Date, idleMs: number): Promise<LiveSession | null> {
  const [at, seenAfter] = [now.toISOString(), new Date(now.getTime() - idleMs).toISOString()]
  const [row] = await tx.$queryRaw<LiveSession[]>`
    SELECT u.id::text AS "userId", u.name AS "userName", s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt",
      s.method, s.proven_at AS "provenAt", s.acr, s.amr, s.browser,
      EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id) OR
        EXISTS (SELECT FROM identities i WHERE i.user_id = u.id) AS "hasCredential",
      ${riskSum(Prisma.sql`s.id`, at)} AS risk,
      ${membershipsOf(Prisma.sql`u.id`, at)} AS memberships
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${id}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${at}::timestamptz
      AND s.last_seen_at > ${seenAfter}::timestamptz`
  return row ?? null
}

export const sessions = (tx: Tx) => ({
  /** Opens one and names it. */
  async open(userId: string, { amr, ...start }: SessionStart, now: Date, expiresAt: Date): Promise<string> {
    const id = newId()
    const at = { createdAt: now, lastSeenAt: now, expiresAt, lastAddress: start.address }
    await tx.session.create({ data: { id, userId, ...start, amr: [...amr], ...at } })
    return id
  },
  async touch(id: string, now: Date, lastAddress: string | null): Promise<void> {
    await tx.session.updateMany({ where: { id, revokedAt: null }, data: { lastSeenAt: now, lastAddress } })
  },
  /** The person proved anew who they are, in this very session. */
  async prove(id: string, provenAt: Date, method: ProofMethod): Promise<void> {
    await tx.session.updateMany({ where: { id, revokedAt: null }, data: { provenAt, method } })
  },
  /** Ends it and says why; false when it had ended already. */
  async revoke(id: string, now: Date, revokedFor = 'signed-out'): Promise<boolean> {
    const { count } = await tx.session.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now, revokedFor },
    })
    return count > 0
  },
})
