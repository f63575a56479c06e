import { FilterMenu } from '@/components/ui/filter-menu'
import { layers } from '@/lib/framework/layers'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { FINDING_SEVERITIES } from '@/lib/model/finding-severity'
import { findingSeverityLabel } from '@/lib/presentation/finding'
import { paths } from '@/lib/queries/paths'
import { FindingChips } from './finding-chips'
import { type FindingsShown, findingsQuery } from './findings-shown'
import { SearchForm } from './search-form'
import { SortMenu, StateMenu } from './state-menu'

type Props = { org: string; shown: FindingsShown; connections: readonly { id: string; name: string }[] }

type Choices = readonly (readonly [value: string, label: string])[]

const SEVERITIES: Choices = FINDING_SEVERITIES.map((one) => [one, findingSeverityLabel(one)])
const LAYERS: Choices = [...layers.map(({ id, name }) => [id, name] as const), ['none', 'Unmapped']]
const OWNERS: Choices = [
  ['me', 'Mine'],
  ['none', 'Without an owner'],
]

/** What the list is narrowed to, and its order: links and a plain form, so all of it lives in the address. */
export const FindingFilters = ({ org, shown, connections }: Props) => (
  <>
    <StateMenu org={org} shown={shown} />
    <FindingChips org={org} shown={shown} />
    <Menu org={org} shown={shown} name="severity" label="Severity" all="Any severity" choices={SEVERITIES} />
    <Menu org={org} shown={shown} name="layer" label="Layer" all="Any layer" choices={LAYERS} />
    <Menu
      org={org}
      shown={shown}
      name="connection"
      label="Connection"
      all="Any source"
      choices={connections.map(({ id, name }) => [id, name])}
    />
    <Menu org={org} shown={shown} name="owner" label="Owner" all="Any owner" choices={OWNERS} />
    <SortMenu org={org} shown={shown} />
    <SearchForm org={org} shown={shown} />
  </>
)

type MenuProps = {
  org: string
  shown: FindingsShown
  name: keyof FindingFilter
  label: string
  all: string
  choices: Choices
}

function Menu({ org, shown: { filter, sort }, name, label, all, choices }: MenuProps) {
  const href = (value: string | undefined) =>
    paths.findings(org, findingsQuery({ filter: { ...filter, [name]: value }, sort }))
  const chosen = choices.find(([value]) => value === filter[name])
  return (
    <FilterMenu
      label={label}
      shown={chosen?.[1] ?? filter[name] ?? all}
      active={filter[name] !== undefined}
      options={[
        { label: all, href: href(undefined), current: filter[name] === undefined },
        ...choices.map(([value, text]) => ({ label: text, href: href(value), current: filter[name] === value })),
      ]}
    />
  )
}
