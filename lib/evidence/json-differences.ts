/** Where two JSON values differ: the place in the first, as `layers[0].score`, and what stands there in each. */
export type JsonDifference = { path: string; stated: unknown; computed: unknown }

/**
 * Every place where two JSON values differ, exactly: numbers by their value to the last bit, arrays by position, a key that
 * only one of them has as undefined in the other. Order of keys means nothing. `path` of the whole value is ''.
 */
export function jsonDifferences(stated: unknown, computed: unknown, path = ''): JsonDifference[] {
  if (Object.is(stated, computed)) return []
  if (Array.isArray(stated) && Array.isArray(computed)) {
    const length = Math.max(stated.length, computed.length)
    return Array.from({ length }, (_, i) => jsonDifferences(stated[i], computed[i], `${path}[${i}]`)).flat()
  }
  if (isRecord(stated) && isRecord(computed)) {
    const keys = [...new Set([...Object.keys(stated), ...Object.keys(computed)])].sort()
    return keys.flatMap((key) => jsonDifferences(stated[key], computed[key], path === '' ? key : `${path}.${key}`))
  }
  return [{ path, stated, computed }]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
