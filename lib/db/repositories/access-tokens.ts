import type { AccessToken } from '@/lib/model/access-token'
import type { Role } from '@/lib/model/actor'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'
import { riskSum } from './risk-signals'

export type LiveAccessToken = {
  subject: string
  role: Role
  network: string | null
  lastUsedAt: Date | null
  /** Signals against it, each worth half after half an hour. */
  risk: number
}

/** The row of a token while it holds: issued by this organization, not revoked, not past its end. */
export async function liveAccessToken(
  tx: Reading,
  organizationId: string,
  id: string,
  now: Date,
): Promise<LiveAccessToken | null> {
  const at = now.toISOString()
  const [row] = await tx.$queryRaw<LiveAccessToken[]>`
    SELECT t.subject, t.role::text AS role, t.network, t.last_used_at AS "lastUsedAt",
      ${riskSum(Prisma.sql`t.id`, at)} AS risk
    FROM access_tokens t
    WHERE t.organization_id = ${organizationId}::uuid AND t.id = ${id}::uuid AND t.revoked_at IS NULL
      AND t.expires_at > ${at}::timestamptz`
  return row ?? null
}

export type NewAccessToken = {
  id: string
  subject: string
  role: Role
  trustRuleId: string | null
  issuedAt: Date
  expiresAt: Date
}

const KEPT_DAYS = 30
const SWEPT = 100

export const accessTokenRepository = (tx: Tx, organizationId: string) => ({
  /** Keeps it, and forgets some that ended a month ago: what was done with them is in the audit log. */
  async add(token: NewAccessToken): Promise<void> {
    await tx.accessToken.create({ data: { organizationId, ...token } })
    const before = new Date(token.issuedAt.getTime() - KEPT_DAYS * 86_400_000).toISOString()
    await tx.$executeRaw`
      DELETE FROM access_tokens WHERE organization_id = ${organizationId}::uuid AND id IN (
        SELECT id FROM access_tokens
        WHERE organization_id = ${organizationId}::uuid AND issued_at < ${before}::timestamptz
        LIMIT ${SWEPT} FOR UPDATE SKIP LOCKED)`
  },
  /** Those that hold now, newest first. */
  async live(now: Date): Promise<AccessToken[]> {
    const rows = await tx.accessToken.findMany({
      where: { organizationId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: 500,
    })
    return rows.map(({ organizationId: _, revokedAt: __, issuedAt, expiresAt, lastUsedAt, ...row }) => ({
      ...row,
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }))
  },
  /** It was used from there; what is told is the network of its first use, which this may have been. */
  async touch(id: string, network: string | null, now: Date): Promise<string | null> {
    const [row] = await tx.$queryRaw<{ network: string | null }[]>`
      UPDATE access_tokens SET last_used_at = ${now.toISOString()}::timestamptz, network = coalesce(network, ${network})
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid
      RETURNING network`
    return row?.network ?? null
  },
  /** Ends it; its subject, or null when it had ended already or never was. */
  async revoke(id: string, now: Date): Promise<string | null> {
    const [row] = await tx.accessToken.updateManyAndReturn({
      where: { organizationId, id, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
      select: { subject: true },
    })
    return row?.subject ?? null
  },
  /** Ends all that were issued under a rule, and counts them. */
  async revokeOfRule(trustRuleId: string, now: Date): Promise<number> {
    const { count } = await tx.accessToken.updateMany({
      where: { organizationId, trustRuleId, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
    })
    return count
  },
})
