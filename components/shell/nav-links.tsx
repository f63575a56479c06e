'use client'

import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { IntentLink } from '@/components/ui/intent-link'
import { currentItem, type NavGroup } from './navigation'

/** Groups of links, with the current page marked; the layout outlives navigations, so the address is asked here. */
export function NavLinks({ groups }: { groups: readonly NavGroup[] }) {
  const current = currentItem(groups, usePathname())
  return groups.map((group, index) => (
    <div
      key={group.label ?? `group-${index}`}
      className={classNames('grid gap-0.5', group.place === 'end' ? 'mt-auto pt-6' : group.label && 'mt-3')}
    >
      {group.label === null ? null : <p className="mb-0.5 px-2 font-medium text-2xs text-ink-3">{group.label}</p>}
      <ul className="grid gap-0.5">
        {group.items.map((item) => (
          <li key={item.href}>
            <IntentLink
              href={item.href}
              aria-current={item === current ? 'page' : undefined}
              className="flex min-h-7.5 items-center justify-between gap-3 rounded-[6px] px-2 text-ink-2 text-md hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <span className="truncate">{item.label}</span>
              {item.count === undefined || item.count === null ? null : (
                <span className="font-normal text-ink-3 text-xs tabular-nums">{item.count}</span>
              )}
            </IntentLink>
          </li>
        ))}
      </ul>
    </div>
  ))
}
