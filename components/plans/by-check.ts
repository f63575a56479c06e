import type { FindingSeverity } from '@/lib/model/finding-severity'

const RANK: Record<FindingSeverity, number> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 }

/** What is about one check, in the order in which checks first come. */
export type OfCheck<T> = { checkId: string; items: T[] }

/** Resources under the check they are about, so that a fix is said once. */
export function byCheck<T extends { checkId: string }>(all: readonly T[]): OfCheck<T>[] {
  const groups = new Map<string, OfCheck<T>>()
  for (const one of all) {
    const known = groups.get(one.checkId)
    if (known) known.items.push(one)
    else groups.set(one.checkId, { checkId: one.checkId, items: [one] })
  }
  return [...groups.values()]
}

/** What asks for most first; of the same weight in the order of the checks. */
export const heaviestFirst = <T extends { severity: FindingSeverity }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
