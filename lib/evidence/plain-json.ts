type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * A value as a database keeps it and gives it back, so that what is hashed is what is read again: properties that are
 * undefined left out, dates in ISO form, and characters that Postgres has no place for (U+0000, half a surrogate pair)
 * replaced by U+FFFD, because an odd name must not keep an act out of the log. Throws TypeError for anything JSON cannot
 * hold.
 */
export function plainJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : plainJson(item)))
  if (typeof value === 'object') return plainObject(value)
  throw new TypeError(`${typeof value} ${String(value)} has no place in JSON`)
}

/** Text that a column can hold. */
export const plainText = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

/** An object as a database keeps it; see plainJson. */
export const plainObject = (value: object): { [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[plainText(key), plainJson(item)]])),
  )
