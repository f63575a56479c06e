import { z } from 'zod'
import type { Finding } from '@/lib/model/finding'
import type { FindingSort } from '@/lib/model/finding-filter'
import { Instant } from '@/lib/model/instant'
import type { Page, PageRequest } from '@/lib/model/page'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { fromCursor, toCursor } from './cursor'
import { clausesOf, type FindingNarrowing, ranksOf } from './finding-clauses'
import { findingColumns, LISTED, type ListedRow } from './finding-columns'

const { sql, join, raw, empty } = Prisma

type Place = { rank: number; at: string; id: string }
type Asked = { organizationId: string; narrowing: FindingNarrowing; sort: FindingSort }

const DATED_BY = { severity: 'opened_at', opened: 'opened_at', seen: 'last_seen_at' } as const

/**
 * One page of findings. By severity it is one walk along the index of ranks; by date it is one short walk in each rank,
 * merged. Either way a page costs the same at any depth and any number of findings, where the filter leaves many; a filter
 * that leaves few has an index of its own, except the search within names. Throws invalid (cursor).
 */
export async function findingPage(tx: Reading, asked: Asked, { cursor, limit }: PageRequest): Promise<Page<Finding>> {
  const { organizationId, sort, narrowing } = asked
  const after = cursor === undefined ? null : placeFrom(cursor, asked)
  const ranks = ranksOf(narrowing)
  if (ranks.length === 0) return { items: [], nextCursor: null }
  const walks = (sort === 'severity' ? heaviestFirst : newestFirst)(ranks, after, DATED_BY[sort])
  const where = join([sql`k.organization_id = ${organizationId}::uuid`, ...clausesOf(narrowing)], ' AND ')
  const order = orderBy('f', sort)
  const segments = walks.map(
    (walk) =>
      sql`(SELECT ${LISTED} FROM findings k WHERE ${where} AND ${walk} ${orderBy('k', sort)} LIMIT ${limit + 1}::int)`,
  )
  const rows = await tx.$queryRaw<ListedRow[]>`
    SELECT ${findingColumns(narrowing.today)}, f.rank FROM (
      SELECT * FROM (${join(segments, ' UNION ALL ')}) f ${order} LIMIT ${limit + 1}::int) f
    JOIN connections c ON c.organization_id = f.organization_id AND c.id = f.connection_id
    WHERE c.organization_id = ${organizationId}::uuid ${order}`
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return {
    items: items.map(({ rank: _, ...finding }) => finding),
    nextCursor: last
      ? toCursor(['findings', organizationId, sort, String(last.rank), dateOf(last, sort), last.id])
      : null,
  }
}

const dateOf = (row: Finding, sort: FindingSort): string => (sort === 'seen' ? row.lastSeenAt : row.openedAt)

const orderBy = (row: string, sort: FindingSort): Prisma.Sql =>
  raw(`ORDER BY ${sort === 'severity' ? `${row}.rank, ` : ''}${row}.${DATED_BY[sort]} DESC, ${row}.id DESC`)

const before = (column: string, { at, id }: Place) => sql`(k.${raw(column)}, k.id) < (${at}::timestamptz, ${id}::uuid)`

/** What is left of the place's own rank, and all heavier ranks' followers. */
function heaviestFirst(ranks: readonly number[], after: Place | null, column: string): Prisma.Sql[] {
  if (after === null) return [within(ranks)]
  const later = ranks.filter((rank) => rank > after.rank)
  return [
    sql`k.rank = ${after.rank}::smallint AND ${before(column, after)}`,
    ...(later.length === 0 ? [] : [within(later)]),
  ]
}

const newestFirst = (ranks: readonly number[], after: Place | null, column: string): Prisma.Sql[] =>
  ranks.map((rank) => sql`k.rank = ${rank}::smallint ${after === null ? empty : sql`AND ${before(column, after)}`}`)

/** Ranks of one state follow each other, so a range says it and the index's order stays usable. */
function within(ranks: readonly number[]): Prisma.Sql {
  const [first, last] = [Math.min(...ranks), Math.max(...ranks)]
  if (first === last) return sql`k.rank = ${first}::smallint`
  const gaps = ranks.length <= 5 && last - first > 5 ? sql` AND k.rank = ANY (${[...ranks]}::smallint[])` : empty
  return sql`k.rank >= ${first}::smallint AND k.rank <= ${last}::smallint${gaps}`
}

function placeFrom(cursor: string, { organizationId, sort }: Asked): Place {
  const rank = z.string().regex(/^1?[0-4]$/)
  const key = z.tuple([z.literal('findings'), z.literal(organizationId), z.literal(sort), rank, Instant, z.uuid()])
  const [, , , at, date, id] = fromCursor(cursor, key)
  return { rank: Number(at), at: date, id }
}
