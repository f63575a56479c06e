import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { classNames } from './class-names'
import { CHIP } from './filter-chips'
import { IntentLink } from './intent-link'
import { Popover } from './popover'

export type FilterOption = { label: string; href: string; current: boolean; detail?: string }

type FilterMenuProps = {
  /** What is filtered, for example `Sector`. */
  label: string
  /** What the chip shows: usually the current option, for example `All sectors`. */
  shown: string
  /** Whether something other than the default is chosen. */
  active?: boolean
  options: readonly FilterOption[]
}

/** One filter with several options, as a chip that opens a list of links; the choice lives in the address. */
export const FilterMenu = ({ label, shown, active = false, options }: FilterMenuProps) => (
  <Popover
    buttonLabel={`${label}: ${shown}`}
    buttonClassName={classNames(CHIP, active && 'border-accent bg-accent-soft')}
    label={
      <>
        {shown}
        <ChevronDown aria-hidden="true" className="size-3" />
      </>
    }
  >
    <ul aria-label={label}>
      {options.map((option) => (
        <li key={option.href}>
          <IntentLink
            href={option.href}
            scroll={false}
            aria-current={option.current || undefined}
            className="flex min-h-8 items-center justify-between gap-6 rounded-sm px-2.5 py-1 text-sm hover:bg-hover aria-[current]:font-semibold"
          >
            <span>
              {option.label}
              {option.detail === undefined ? null : (
                <span className="block font-normal text-ink-3 text-xs">{option.detail}</span>
              )}
            </span>
            {option.current ? <Check aria-hidden="true" className="size-4 text-accent" /> : null}
          </IntentLink>
        </li>
      ))}
    </ul>
  </Popover>
)
