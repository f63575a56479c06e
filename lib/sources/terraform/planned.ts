import type { Reading, Unread } from '@/lib/model/resource'

/** A value of the planned state beside the trees that say what of it is unknown and what sensitive. */
export type Planned = { value: unknown; unknown: unknown; sensitive: readonly unknown[] }

/** Where the values stand; also what an unread one names as its call. */
export const CHANGES = 'terraform:resource_changes'

const AFTER_APPLY: Unread = { unread: 'not_collected', operation: CHANGES, detail: 'known only after apply' }
const SENSITIVE: Unread = { unread: 'not_collected', operation: CHANGES, detail: 'marked sensitive, so not kept' }

/** An attribute of a block, or an item of a list, with its marks. A mark on the whole holds for its parts. */
export const part = ({ value, unknown, sensitive }: Planned, key: string | number): Planned => ({
  value: of(value, key) ?? null,
  unknown: unknown === true ? true : of(unknown, key),
  sensitive: sensitive.map((one) => (one === true ? true : of(one, key))),
})

/** The items of a list of blocks; nothing for what is not a list. */
export const items = (planned: Planned): Planned[] =>
  Array.isArray(planned.value) ? planned.value.map((_, index) => part(planned, index)) : []

/** The value, unless any of it is sensitive or not known yet. */
export function read<T>(planned: Planned, convert: (value: unknown) => T): Reading<T> {
  return hiddenBy(planned) ?? { value: convert(planned.value) }
}

/** Why some of it is not to be had; null when all of it is. */
export function hiddenBy({ unknown, sensitive }: Planned): Unread | null {
  if (sensitive.some(isMarked)) return SENSITIVE
  return isMarked(unknown) ? AFTER_APPLY : null
}

export const toText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
export const toPort = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Providers write truth as a boolean or, in old schemas, as a text. */
export const toTruth = (value: unknown): boolean => value === true || value === 'true'

function isMarked(tree: unknown): boolean {
  if (tree === true) return true
  return typeof tree === 'object' && tree !== null && Object.values(tree).some(isMarked)
}

function of(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string | number, unknown>)[key]
}
