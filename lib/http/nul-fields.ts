/**
 * Where a parsed request holds a NUL character, as dotted paths; `body` for text that is the whole. No text column of
 * Postgres takes one, and nobody types one, so such a request is refused instead of failing halfway.
 */
export function nulFields(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return value.includes('\0') ? [path.join('.') || 'body'] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => nulFields(inner, [...path, key]))
}
