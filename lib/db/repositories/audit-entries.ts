import { z } from 'zod'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { AuditLogFilter } from '@/lib/model/audit-log-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { ENTRY_COLUMNS } from './audit-columns'
import { fromCursor, toCursor } from './cursor'

/** Where a page ends: the place of its last entry, null for one older than the chain, and its id. */
type Place = { seq: number | null; id: string }

const LIST = 'audit-log'

/** An organization's audit log for readers: the chain from its end, then what is older than it. */
export const auditEntryReader = (tx: Reading, organizationId: string) => ({
  /** Newest first. Throws `invalid` when the cursor is not one of this list. */
  async page(filter: AuditLogFilter, { cursor, limit }: PageRequest): Promise<Page<AuditEntry>> {
    const after = cursor === undefined ? null : placeFrom(cursor, organizationId)
    const narrowed = narrowing(organizationId, filter)
    const found = await entriesAfter(tx, narrowed, after, limit + 1)
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? toCursor([LIST, organizationId, String(last.seq ?? ''), last.id]) : null }
  },
})

function placeFrom(cursor: string, organizationId: string): Place {
  const key = z.tuple([z.literal(LIST), z.literal(organizationId), z.string().regex(/^\d{0,16}$/), z.uuid()])
  const [, , seq, id] = fromCursor(cursor, key)
  return { seq: seq === '' ? null : Number(seq), id }
}

/** Two reads where one would sort the whole log: entries older than the chain have no place to be ordered by. */
async function entriesAfter(tx: Reading, narrowed: Prisma.Sql, after: Place | null, take: number) {
  const isPastChain = after !== null && after.seq === null
  const chained = isPastChain ? [] : await chainedAfter(tx, narrowed, after?.seq ?? Number.MAX_SAFE_INTEGER, take)
  if (chained.length === take) return chained
  return [...chained, ...(await olderAfter(tx, narrowed, isPastChain ? after.id : null, take - chained.length))]
}

const chainedAfter = (tx: Reading, narrowed: Prisma.Sql, seq: number, take: number): Promise<AuditEntry[]> =>
  tx.$queryRaw<AuditEntry[]>`
    SELECT ${ENTRY_COLUMNS} FROM audit_entries
    WHERE ${narrowed} AND audit_entries.seq < ${seq}::int8 ORDER BY audit_entries.seq DESC LIMIT ${take}`

const olderAfter = (tx: Reading, narrowed: Prisma.Sql, id: string | null, take: number): Promise<AuditEntry[]> =>
  tx.$queryRaw<AuditEntry[]>`
    SELECT ${ENTRY_COLUMNS} FROM audit_entries
    WHERE ${narrowed} AND audit_entries.seq IS NULL AND (${id}::uuid IS NULL OR audit_entries.id < ${id}::uuid)
    ORDER BY audit_entries.id DESC LIMIT ${take}`

/** LIKE reads these three as patterns; the reader means the characters. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

function narrowing(organizationId: string, { action, actor, subject, from, to, upTo }: AuditLogFilter): Prisma.Sql {
  const clauses = [
    Prisma.sql`organization_id = ${organizationId}::uuid`,
    ...(action ? [Prisma.sql`action LIKE ${`${literal(action)}%`}`] : []),
    ...(actor ? [Prisma.sql`actor_name ILIKE ${`%${literal(actor)}%`}`] : []),
    ...(subject ? [Prisma.sql`subject = ${subject}`] : []),
    ...(from ? [Prisma.sql`audit_entries.at >= (${from}::date)::timestamp AT TIME ZONE 'UTC'`] : []),
    ...(to ? [Prisma.sql`audit_entries.at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`] : []),
    ...(upTo ? [Prisma.sql`(audit_entries.seq <= ${upTo}::int8 OR audit_entries.seq IS NULL)`] : []),
  ]
  return Prisma.join(clauses, ' AND ')
}
