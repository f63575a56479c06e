import { FilterMenu } from '@/components/ui/filter-menu'
import { FINDING_SORTS, type FindingSort } from '@/lib/model/finding-filter'
import { paths } from '@/lib/queries/paths'
import { type FindingsShown, findingsQuery, SHOWN_STATES, type ShownState, shownAs } from './findings-shown'

type Props = { org: string; shown: FindingsShown }

const STATES: Record<ShownState, string> = {
  open: 'Open',
  accepted: 'Risk accepted',
  expired: 'Exception run out',
  resolved: 'Resolved',
  all: 'Open and resolved',
}

/** Which findings count as what: open ones unless the reader says otherwise. */
export function StateMenu({ org, shown }: Props) {
  const state = shownAs(shown.filter)
  return (
    <FilterMenu
      label="State"
      shown={STATES[state]}
      active={state !== 'open'}
      options={SHOWN_STATES.map((one) => ({
        label: STATES[one],
        href: paths.findings(org, findingsQuery(shown, one)),
        current: one === state,
      }))}
    />
  )
}

const SORTS: Record<FindingSort, string> = {
  severity: 'Heaviest first',
  opened: 'Newest first',
  seen: 'Last seen first',
}

export const SortMenu = ({ org, shown: { filter, sort } }: Props) => (
  <FilterMenu
    label="Order"
    shown={SORTS[sort]}
    active={sort !== 'severity'}
    options={FINDING_SORTS.map((one) => ({
      label: SORTS[one],
      href: paths.findings(org, findingsQuery({ filter, sort: one })),
      current: one === sort,
    }))}
  />
)
