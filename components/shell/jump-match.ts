export type JumpEntry = {
  label: string
  href: string
  /** What kind of thing it is, for example `Page` or `Organization`. */
  group?: string
  /** Further words it is found by. */
  keywords?: string
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Entries in which every typed word begins some word, best first: those whose label begins with what was typed, then
 * the rest in the order given. Case and accents do not count. Nothing typed keeps all.
 */
export function matchJump(entries: readonly JumpEntry[], typed: string, limit = 50): JumpEntry[] {
  const sought = plain(typed).trim()
  const words = sought.split(/\s+/).filter((word) => word !== '')
  const found = entries.filter((entry) => {
    const text = ` ${plain([entry.label, entry.group, entry.keywords].filter(Boolean).join(' '))}`
    return words.every((word) => text.includes(` ${word}`) || text.includes(`-${word}`))
  })
  const first = found.filter((entry) => plain(entry.label).startsWith(sought))
  return [...first, ...found.filter((entry) => !first.includes(entry))].slice(0, limit)
}
