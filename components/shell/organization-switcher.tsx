import Check from 'lucide-react/icons/check'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { IntentLink } from '@/components/ui/intent-link'
import { Popover } from '@/components/ui/popover'

export type OrganizationEntry = {
  name: string
  /** For example `Healthcare · 6,400 people`. */
  detail?: string
  href: string
  current?: boolean
}

type OrganizationSwitcherProps = {
  organization: { name: string; detail?: string } | null
  organizations: readonly OrganizationEntry[]
}

/** Which organization is shown, and a list of the others; with nothing to switch to it is only a name. */
export function OrganizationSwitcher({ organization, organizations }: OrganizationSwitcherProps) {
  const name = organization?.name ?? 'Choose an organization'
  const face = (
    <span className="min-w-0 flex-1 text-left">
      <span className="block truncate text-base leading-snug">{name}</span>
      {organization?.detail === undefined ? null : (
        <span className="block truncate text-2xs text-ink-3">{organization.detail}</span>
      )}
    </span>
  )
  const box = 'flex w-full items-center gap-2 rounded-[8px] border border-line bg-panel px-2.5 py-1.5'
  if (organizations.length === 0) return organization === null ? null : <div className={box}>{face}</div>
  return (
    <Popover
      buttonClassName={`${box} hover:border-line-strong`}
      panelClassName="w-60"
      label={
        <>
          {face}
          <span className="sr-only">Switch organization</span>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
        </>
      }
    >
      <ul aria-label="Organizations">
        {organizations.map((entry) => (
          <li key={entry.href}>
            <IntentLink
              href={entry.href}
              aria-current={entry.current ? 'true' : undefined}
              className="flex min-h-9 items-center gap-2 rounded-sm px-2.5 py-1 text-sm hover:bg-hover aria-[current]:font-semibold"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate">{entry.name}</span>
                {entry.detail === undefined ? null : (
                  <span className="block truncate font-normal text-2xs text-ink-3">{entry.detail}</span>
                )}
              </span>
              {entry.current ? <Check aria-hidden="true" className="size-4 shrink-0 text-accent" /> : null}
            </IntentLink>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
