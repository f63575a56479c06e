import { z } from 'zod'
import type { Page, PageRequest } from '@/lib/model/page'
import { fromCursor, toCursor } from './cursor'

type Named<T> = {
  /** Which list of which organization, so that a cursor of another one is refused. */
  list: string
  organizationId: string
  /** At most `take` rows whose name follows this one. */
  rows: (after: string | null, take: number) => Promise<T[]>
}

/** One page of a list ordered by a name that is unique in it. Throws `invalid` when the cursor is not one of this list. */
export async function namedPage<T extends { name: string }>(
  { list, organizationId, rows }: Named<T>,
  { cursor, limit }: PageRequest,
): Promise<Page<T>> {
  const key = z.tuple([z.literal(list), z.literal(organizationId), z.string().max(200)])
  const found = await rows(cursor === undefined ? null : fromCursor(cursor, key)[2], limit + 1)
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last ? toCursor([list, organizationId, last.name]) : null }
}
