import type { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'

/** Where a page ends, as the sort key of its last row. Opaque to the caller; holds nothing the row did not show. */
export const toCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The sort key a cursor holds, in the shape the list sorts by. Throws `invalid` when it is not a cursor of that list. */
export function fromCursor<Key>(cursor: string, key: z.ZodType<Key>): Key {
  const parsed = key.safeParse(parse(cursor))
  if (parsed.success) return parsed.data
  const reason = 'is not a cursor of this list'
  throw new AppError('invalid', { detail: `cursor: ${reason}`, problems: [{ field: 'cursor', reason }] })
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
