import { isObject } from './fields'

/** Keys under which scanners put what is in a resource rather than what is wrong with it, or pieces of source code. */
const DATA_KEYS = new Set([
  'data',
  'snippet',
  'contextRegion',
  'ResourceDetails',
  'Details',
  'Other',
  'code',
  'Code',
  'Match',
])
const DEEPEST = 24

/** A record without the contents of the resource and without source code: either may hold secrets. */
export function withoutData(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map((one) => withoutData(one, depth + 1))
  if (!isObject(value)) return value
  const kept: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (!DATA_KEYS.has(key)) kept[key] = withoutData(item, depth + 1)
  return kept
}
