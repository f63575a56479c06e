import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Input } from '@/components/ui/input'
import { SEVERITIES } from '@/lib/model/incident'
import type { IncidentFilter } from '@/lib/model/incident-filter'
import { severityLabel } from '@/lib/presentation/severity'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; filter: IncidentFilter }

const STATES = { open: 'Still open', resolved: 'Resolved' } as const

/** What the list is narrowed to; every choice is a link, and the search a plain form, so all of it lives in the address. */
export const IncidentFilters = ({ org, filter }: Props) => (
  <>
    <FilterMenu
      label="Severity"
      shown={filter.severity ? severityLabel(filter.severity) : 'Any severity'}
      active={filter.severity !== undefined}
      options={[
        {
          label: 'Any severity',
          href: paths.incidents(org, { ...filter, severity: undefined }),
          current: !filter.severity,
        },
        ...SEVERITIES.map((severity) => ({
          label: severityLabel(severity),
          href: paths.incidents(org, { ...filter, severity }),
          current: filter.severity === severity,
        })),
      ]}
    />
    <FilterMenu
      label="State"
      shown={filter.state ? STATES[filter.state] : 'Open and resolved'}
      active={filter.state !== undefined}
      options={[
        {
          label: 'Open and resolved',
          href: paths.incidents(org, { ...filter, state: undefined }),
          current: !filter.state,
        },
        ...(['open', 'resolved'] as const).map((state) => ({
          label: STATES[state],
          href: paths.incidents(org, { ...filter, state }),
          current: filter.state === state,
        })),
      ]}
    />
    <form method="get" action={paths.incidents(org)} className="flex gap-2">
      {Object.entries(filter).map(([name, value]) =>
        name === 'search' ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Input
        type="search"
        name="search"
        aria-label="Search titles and ids"
        placeholder="Title or id"
        defaultValue={filter.search}
        className="w-44"
      />
      <Button type="submit" size="sm" className="h-8">
        Search
      </Button>
    </form>
  </>
)
