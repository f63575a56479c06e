/** Lists whose order a source does not promise, so that the same facts are always the same text. */
export const ordered = (items: readonly (string | undefined)[] | undefined): string[] =>
  (items ?? []).filter((item) => item !== undefined).sort()

export const orderedBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  items
    .map((item) => [key(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item)

export const instant = (date: Date | undefined): string | null => date?.toISOString() ?? null
