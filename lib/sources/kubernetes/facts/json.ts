import type { Labels } from '@/lib/model/facts/kubernetes-selector'
import type { Instant } from '@/lib/model/instant'

// What an API server sends is typed by nobody; these take of it what has the right shape and nothing else.

export type Json = Readonly<Record<string, unknown>>

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const records = (value: unknown): readonly Json[] => list(value).map(record)

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const texts = (value: unknown): readonly string[] => list(value).filter((one) => typeof one === 'string')

export const count = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export const labels = (value: unknown): Labels =>
  Object.fromEntries(Object.entries(record(value)).filter((one): one is [string, string] => typeof one[1] === 'string'))

/** An RFC 3339 time as an instant in UTC; null when it is none. */
export function instant(value: unknown): Instant | null {
  const time = typeof value === 'string' ? new Date(value) : null
  return time === null || Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** Whether a rule or a match has nothing in it that would narrow it. */
export const isEmpty = (value: Json): boolean =>
  Object.values(value).every((one) => (Array.isArray(one) ? one.length === 0 : one === null || one === undefined))
