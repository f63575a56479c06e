import { z } from 'zod'
import { reviewDueAt } from '@/lib/access/review-due'
import type { Member, MemberSummary } from '@/lib/model/member'
import type { Page, PageRequest } from '@/lib/model/page'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { found } from '../scope'
import { toInstantOrNull } from './calendar'
import { fromCursor, toCursor } from './cursor'

/** Who looks, when, and what the answer depends on. */
export type MemberView = {
  now: Date
  reviewDays: number
  sessionIdleMs: number
  /** Organizations whoever looks administers, this one included or not. */
  administered: readonly string[]
}

/** `name` for reading, `review` with those first whose review is due first and those that have ended last. */
export type MemberOrder = 'name' | 'review'

type Row = Pick<
  Member,
  'userId' | 'email' | 'name' | 'role' | 'elevatedRole' | 'hasEnded' | 'source' | 'scoped' | 'passkeys' | 'providers'
> & {
  key: string
  elevatedUntil: Date | null
  expiresAt: Date | null
  joinedAt: Date
  lastUsedAt: Date | null
  reviewedAt: Date | null
  isAccountManaged: boolean
  liveSessions: number
}

const KEYS: Record<MemberOrder, Prisma.Sql> = {
  name: Prisma.sql`lower(u.name)`,
  review: Prisma.sql`(coalesce(m.expires_at <= v.now, false)::int::text
    || to_char(coalesce(m.reviewed_at, m.created_at) AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS'))`,
}

function toMember({ key: _, ...row }: Row, { now, reviewDays }: MemberView): Member {
  const [joinedAt, reviewedAt] = [row.joinedAt.toISOString(), toInstantOrNull(row.reviewedAt)]
  const due = row.hasEnded ? null : reviewDueAt({ joinedAt, reviewedAt }, reviewDays)
  return {
    ...row,
    joinedAt,
    reviewedAt,
    elevatedUntil: toInstantOrNull(row.elevatedUntil),
    expiresAt: toInstantOrNull(row.expiresAt),
    lastUsedAt: toInstantOrNull(row.lastUsedAt),
    reviewDueAt: due,
    isReviewOverdue: due !== null && due < now.toISOString(),
    liveSessions: row.isAccountManaged ? row.liveSessions : null,
  }
}

type Chosen = { order: MemberOrder; where?: Prisma.Sql; take?: number }

const choose = (organizationId: string, view: MemberView, { order, where = Prisma.empty, take = 1 }: Chosen) =>
  Prisma.sql`
    SELECT ${KEYS[order]} AS key, m.user_id::text AS "userId", u.email, u.name, m.role::text, m.source, m.scoped,
      CASE WHEN m.elevated_until > v.now THEN m.elevated_role END::text AS "elevatedRole",
      CASE WHEN m.elevated_until > v.now THEN m.elevated_until END AS "elevatedUntil",
      m.expires_at AS "expiresAt", coalesce(m.expires_at <= v.now, false) AS "hasEnded",
      m.created_at AS "joinedAt", m.last_used_at AS "lastUsedAt", m.reviewed_at AS "reviewedAt",
      (SELECT count(*)::int FROM passkeys p WHERE p.user_id = m.user_id) AS passkeys,
      (SELECT count(*)::int FROM identities i WHERE i.user_id = m.user_id) AS providers,
      NOT EXISTS (SELECT FROM memberships o WHERE o.user_id = m.user_id
        AND o.organization_id <> ALL (${view.administered}::uuid[])) AS "isAccountManaged",
      (SELECT count(*)::int FROM sessions s WHERE s.user_id = m.user_id AND s.revoked_at IS NULL
        AND s.expires_at > v.now AND s.last_seen_at > v.seen_after) AS "liveSessions"
    FROM (SELECT ${view.now.toISOString()}::timestamptz AS now,
        ${new Date(view.now.getTime() - view.sessionIdleMs).toISOString()}::timestamptz AS seen_after) v
      CROSS JOIN memberships m JOIN users u ON u.id = m.user_id
    WHERE m.organization_id = ${organizationId}::uuid ${where}
    ORDER BY key, m.user_id LIMIT ${take}`

export const memberReader = (tx: Reading, organizationId: string) => ({
  /** One member; throws not-found for everybody else, wherever they belong. */
  async get(userId: string, view: MemberView): Promise<Member> {
    const where = Prisma.sql`AND m.user_id = ${userId}::uuid`
    const [row] = await tx.$queryRaw<Row[]>`${choose(organizationId, view, { order: 'name', where })}`
    return toMember(found(row), view)
  },
  /** One page in this order. Throws `invalid` for a cursor of another list. */
  async page(order: MemberOrder, view: MemberView, { cursor, limit }: PageRequest): Promise<Page<Member>> {
    const list = `members-${order}`
    const place = z.tuple([z.literal(list), z.literal(organizationId), z.string(), z.uuid()])
    const after = cursor === undefined ? null : fromCursor(cursor, place)
    const where = after ? Prisma.sql`AND (${KEYS[order]}, m.user_id) > (${after[2]}, ${after[3]}::uuid)` : Prisma.empty
    const rows = await tx.$queryRaw<Row[]>`${choose(organizationId, view, { order, where, take: limit + 1 })}`
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return {
      items: rows.slice(0, limit).map((row) => toMember(row, view)),
      nextCursor: last ? toCursor([list, organizationId, last.key, last.userId]) : null,
    }
  },
  /** How many there are of each. Administrators are those whose own role it is. */
  async summary(now: Date, reviewDays: number): Promise<MemberSummary> {
    const at = now.toISOString()
    const [row] = await tx.$queryRaw<MemberSummary[]>`
      SELECT count(*) FILTER (WHERE live)::int AS members, count(*) FILTER (WHERE NOT live)::int AS ended,
        count(*) FILTER (WHERE live AND role = 'admin')::int AS administrators,
        count(*) FILTER (WHERE live AND since < ${at}::timestamptz - make_interval(days => ${reviewDays}::int))::int
          AS "overdueReviews"
      FROM (SELECT role, coalesce(expires_at > ${at}::timestamptz, true) AS live,
          coalesce(reviewed_at, created_at) AS since
        FROM memberships WHERE organization_id = ${organizationId}::uuid) m`
    return found(row)
  },
})
