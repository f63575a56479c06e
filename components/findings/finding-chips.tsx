import { FilterChips } from '@/components/ui/filter-chips'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { paths } from '@/lib/queries/paths'
import { type FindingsShown, findingsQuery } from './findings-shown'

const NAMED = [
  ['check', 'Check'],
  ['capability', 'Feeds'],
  ['source', 'Reported by'],
  ['resource', 'Resource'],
  ['since', 'First seen from'],
] as const

/** What keeps a stage away, and whatever else the address narrows the list to. */
export function FindingChips({ org, shown: { filter, sort } }: { org: string; shown: FindingsShown }) {
  const to = (change: Partial<FindingFilter>) =>
    paths.findings(org, findingsQuery({ filter: { ...filter, ...change }, sort }))
  const { blocks } = filter
  const others = NAMED.filter(([name]) => filter[name] !== undefined)
  return (
    <FilterChips
      label="Narrowed to"
      chips={[
        { label: 'Blocks a stage', href: to({ blocks: blocks ? undefined : 'yes' }), active: blocks !== undefined },
        ...others.map(([name, label]) => ({
          label: `${label} ${filter[name]}`,
          href: to({ [name]: undefined }),
          active: true,
        })),
      ]}
    />
  )
}
