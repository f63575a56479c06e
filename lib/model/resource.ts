import { z } from 'zod'

/** Why something is not known: refused, no answer, never asked or complete, or not offered by the source. */
const UNKNOWN_CAUSES = ['denied', 'unavailable', 'not_collected', 'unsupported'] as const
export const UnknownCause = z.enum(UNKNOWN_CAUSES)
export type UnknownCause = z.infer<typeof UnknownCause>

/** A field that could not be read, and which call would have read it. */
export type Unread = { unread: UnknownCause; operation: string; detail?: string }

/**
 * A field of a resource that took a call of its own: its value, or why there is none. A null value is a fact, not a gap: the
 * source said in so many words that nothing is configured.
 */
export type Reading<T> = { value: T } | Unread

export const isUnread = <T>(reading: Reading<T>): reading is Unread => 'unread' in reading

/**
 * One thing in a source, as normalised facts without secrets and without data. `id` is the source's own unique name (an
 * ARN, namespace/name), `account` the account, cluster or workspace it belongs to, `region` null where there is none.
 */
export type Resource<Type extends string = string, Facts = unknown> = {
  type: Type
  id: string
  name: string
  account: string
  region: string | null
  facts: Facts
}
