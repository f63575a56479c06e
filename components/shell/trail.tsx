'use client'

import { usePathname } from 'next/navigation'
import { Breadcrumb } from './breadcrumb'
import { currentItem, type NavGroup } from './navigation'

/** A breadcrumb made from the navigation, for layouts that do not know which page they hold. */
export function Trail({ organization, nav }: { organization: string | null; nav: readonly NavGroup[] }) {
  const pathname = usePathname()
  const item = currentItem(nav, pathname)
  const crumbs = [
    ...(organization === null ? [] : [{ label: organization }]),
    ...(item === null ? [] : [{ label: item.label, href: item.href }]),
  ]
  return <Breadcrumb crumbs={crumbs} />
}
