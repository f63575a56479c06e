import { NOTICE_ACTIONS, type Notice } from '@/lib/model/notice'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'

/** Of what lies further back nobody is told by itself; the audit log holds it. */
const DAYS = 90
/** More than anybody reads. */
const MOST = 100

const ACTIONS = [...NOTICE_ACTIONS]

/** A membership is logged as its role alone, or together with its end. */
const role = (side: 'before' | 'after') =>
  Prisma.sql`coalesce(a.detail -> ${side}::text ->> 'role', a.detail ->> ${side}::text)`

/** Entries of the audit log that an administrator is told of: of changed members, others who became administrators. */
const told = (organizationId: string, userId: string | null, now: Date) => Prisma.sql`
  FROM audit_entries a
  WHERE a.organization_id = ${organizationId}::uuid AND a.action = ANY (${ACTIONS}::text[])
    AND a.at > ${now.toISOString()}::timestamptz - make_interval(days => ${DAYS}::int)
    AND (a.action NOT IN ('member.added', 'member.changed')
      OR (${role('after')} = 'admin' AND ${role('before')} IS DISTINCT FROM 'admin'
        AND a.subject IS DISTINCT FROM ${userId}::text))`

/** Since when a reader has seen what was there: since they said so, else since they joined. */
const seenAt = (organizationId: string, userId: string | null) => Prisma.sql`
  (SELECT coalesce(m.notices_seen_at, m.created_at) FROM memberships m
    WHERE m.organization_id = ${organizationId}::uuid AND m.user_id = ${userId}::uuid)`

type Row = Omit<Notice, 'at'> & { at: Date }

export const noticeReader = (tx: Reading, organizationId: string) => ({
  /** What happened lately, newest first. */
  async list(userId: string | null, now: Date): Promise<Notice[]> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT a.id::text, a.at, a.action, a.actor_name AS "actorName", a.subject,
        (SELECT u.name FROM users u WHERE u.id = CASE WHEN a.subject ~ '^[0-9a-f-]{36}$' THEN a.subject::uuid END) AS "subjectName",
        coalesce(a.detail ->> 'role', ${role('after')}) AS role,
        coalesce(a.at <= ${seenAt(organizationId, userId)}, false) AS "isSeen"
      ${told(organizationId, userId, now)} ORDER BY a.at DESC, a.id DESC LIMIT ${MOST}`
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  },
  /** How many this reader has not seen, up to a hundred. */
  async unseen(userId: string, now: Date): Promise<number> {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 ${told(organizationId, userId, now)} AND a.at > ${seenAt(organizationId, userId)} LIMIT ${MOST}) n`
    return row?.count ?? 0
  },
})
