/** An object of unknown shape, as a file brings it. */
export type Loose = Readonly<Record<string, unknown>>

const NOTHING: Loose = {}

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path of keys; undefined where anything on the way is missing or no object. */
export function fieldAt(value: unknown, ...path: readonly string[]): unknown {
  let at: unknown = value
  for (const key of path) {
    if (!isObject(at)) return undefined
    at = at[key]
  }
  return at
}

/** A text that is one and not empty, else null. Numbers count as their digits: ids come as either. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = fieldAt(value, ...path)
  if (typeof found === 'number' && Number.isFinite(found)) return String(found)
  return typeof found === 'string' && found.trim() !== '' ? found : null
}

export const objectAt = (value: unknown, ...path: readonly string[]): Loose => {
  const found = fieldAt(value, ...path)
  return isObject(found) ? found : NOTHING
}

export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = fieldAt(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The texts of a list; other members are left out. */
export const textsAt = (value: unknown, ...path: readonly string[]): string[] =>
  listAt(value, ...path).filter((one) => typeof one === 'string')

/** The first text that is there. */
export const firstText = (...candidates: readonly (string | null)[]): string | null =>
  candidates.find((one) => one !== null) ?? null
