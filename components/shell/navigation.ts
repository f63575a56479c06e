/** One entry of the side navigation. Only what is given is shown: leave out what the reader may not open. */
export type NavItem = {
  label: string
  href: string
  /** How many things wait there; null or absent shows nothing. */
  count?: number | string | null
  /** `exact` marks it only on its own address, `prefix` (the default) on pages below it too. */
  match?: 'exact' | 'prefix'
}

export type NavGroup = {
  /** null groups entries without a heading. */
  label: string | null
  items: readonly NavItem[]
  /** `end` stands at the foot of the navigation. */
  place?: 'start' | 'end'
}

export type Crumb = { label: string; href?: string }

/** Whether the page at `pathname` is this entry's page, or below it. */
export function isHere({ href, match = 'prefix' }: NavItem, pathname: string): boolean {
  const target = href.split(/[?#]/)[0] ?? href
  if (pathname === target) return true
  return match === 'prefix' && target !== '/' && pathname.startsWith(`${target}/`)
}

/** The entry whose page this is: of several that match, the one with the longest address. */
export function currentItem(groups: readonly NavGroup[], pathname: string): NavItem | null {
  const here = groups.flatMap((group) => group.items).filter((item) => isHere(item, pathname))
  return here.reduce<NavItem | null>((best, item) => (best && best.href.length >= item.href.length ? best : item), null)
}
