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
