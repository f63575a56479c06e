import { AppError } from '@/lib/kernel/app-error'

/** Where a page ends, as the sort key of its last row. Opaque to the caller; holds nothing the row did not show. */
export const toCursor = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The sort key a cursor holds. Throws `invalid` when it is not one of `length` parts that we made. */
export function fromCursor(cursor: string, length: number): string[] {
  const key = parse(cursor)
  if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')) return key
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
