import X from 'lucide-react/icons/x'
import { classNames } from './class-names'
import { IntentLink } from './intent-link'

export const CHIP =
  'inline-flex min-h-7 items-center gap-1.5 whitespace-nowrap rounded-full border border-transparent bg-band px-3 font-medium text-ink text-xs hover:border-line-strong'

export type FilterChip = {
  label: string
  /** The page with this filter on, or, when it is on, without it. */
  href: string
  active: boolean
}

/** Filters as links that switch on and off; the state lives in the address. */
export const FilterChips = ({ label, chips }: { label: string; chips: readonly FilterChip[] }) => (
  <ul aria-label={label} className="flex flex-wrap gap-2">
    {chips.map((chip) => (
      <li key={chip.label}>
        <IntentLink
          href={chip.href}
          scroll={false}
          aria-current={chip.active || undefined}
          className={classNames(CHIP, chip.active && 'border-accent bg-accent-soft')}
        >
          {chip.label}
          {chip.active ? <X aria-label="Remove" className="size-3" /> : null}
        </IntentLink>
      </li>
    ))}
  </ul>
)
