import { classNames } from './class-names'
import { IntentLink } from './intent-link'

export type TabLink = { label: string; href: string; current: boolean; count?: number | string }

/** Tabs that are links: which one is open lives in the address, so back works and a link shows what I see. */
export const TabLinks = ({
  label,
  tabs,
  className,
}: {
  label: string
  tabs: readonly TabLink[]
  className?: string
}) => (
  <nav aria-label={label} className={classNames('overflow-x-auto border-line border-b print:hidden', className)}>
    <ul className="flex gap-5">
      {tabs.map((tab) => (
        <li key={tab.href}>
          <IntentLink
            href={tab.href}
            aria-current={tab.current ? 'page' : undefined}
            className="flex items-baseline gap-1.5 whitespace-nowrap border-transparent border-b-2 px-0.5 pt-1 pb-2 text-ink-2 text-sm hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="font-normal text-ink-3 text-xs tabular-nums">{tab.count}</span>
            )}
          </IntentLink>
        </li>
      ))}
    </ul>
  </nav>
)
