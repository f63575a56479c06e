import { derivedId } from '@/lib/kernel/id'

/** What OSCAL asks of an id: a letter or underscore, then letters, digits, dots, dashes, underscores. */
const STARTS = /^[\p{L}_]/u
const OUTSIDE = /[^\p{L}\p{N}._-]+/gu

/**
 * A requirement's id, as its standard writes it, as an OSCAL token in lower case: enhancements follow a dot (`AC-2(1)` is
 * `ac-2.1`, as NIST writes its own catalog), everything else a token cannot hold becomes a dash, and an id that begins
 * with a digit gets `req-` before it.
 */
export function controlToken(id: string): string {
  const token = id
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*\(\s*([\p{L}\p{N}]+)\s*\)/gu, '.$1')
    .replace(OUTSIDE, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  if (token === '') return `req-${derivedId('token', id).slice(0, 8)}`
  return STARTS.test(token) ? token : `req-${token}`
}

/** The token of each of these ids, no two the same: ids that differ in nothing a token can hold get a part of their digest. */
export function controlTokens(ids: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(ids)]
  const counts = new Map<string, number>()
  for (const id of all) counts.set(controlToken(id), (counts.get(controlToken(id)) ?? 0) + 1)
  return new Map(
    all.map((id) => {
      const token = controlToken(id)
      return [id, counts.get(token) === 1 ? token : `${token}-${derivedId('token', id).slice(0, 8)}`]
    }),
  )
}
