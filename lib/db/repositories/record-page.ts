import { z } from 'zod'
import { Instant } from '@/lib/model/instant'
import type { Page, PageRequest } from '@/lib/model/page'
import { fromCursor, toCursor } from './cursor'

/** Where a page of dated records ends: the instant and the id of its last row. */
export type Place = { at: string; id: string }

type Dated<T> = {
  /** Which list of which organization, so that a cursor of another one is refused. */
  list: string
  organizationId: string
  placeOf: (item: T) => Place
  /** At most `take` rows that follow a place. */
  rows: (after: Place | null, take: number) => Promise<T[]>
}

/** One page of a list ordered by date and id. Throws `invalid` when the cursor is not one of this list. */
export async function recordPage<T>(
  { list, organizationId, placeOf, rows }: Dated<T>,
  { cursor, limit }: PageRequest,
): Promise<Page<T>> {
  const found = await rows(cursor === undefined ? null : placeFrom(cursor, list, organizationId), limit + 1)
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  if (last === undefined) return { items, nextCursor: null }
  const { at, id } = placeOf(last)
  return { items, nextCursor: toCursor([list, organizationId, at, id]) }
}

function placeFrom(cursor: string, list: string, organizationId: string): Place {
  const key = z.tuple([z.literal(list), z.literal(organizationId), Instant, z.uuid()])
  const [, , at, id] = fromCursor(cursor, key)
  return { at, id }
}
