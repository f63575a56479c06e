import { FilterMenu } from '@/components/ui/filter-menu'
import type { RunFilter } from '@/lib/model/run-filter'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; filter: RunFilter; connections: readonly { id: string; name: string }[] }

const STATES = { active: 'Going on', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' } as const

/** What the list is narrowed to; every choice is a link. */
export const RunFilters = ({ org, filter, connections }: Props) => (
  <>
    <FilterMenu
      label="State"
      shown={STATES[filter.state as keyof typeof STATES] ?? 'Any state'}
      active={filter.state !== undefined}
      options={[
        { label: 'Any state', href: paths.runs(org, { ...filter, state: undefined }), current: !filter.state },
        ...Object.entries(STATES).map(([state, label]) => ({
          label,
          href: paths.runs(org, { ...filter, state }),
          current: filter.state === state,
        })),
      ]}
    />
    <FilterMenu
      label="Connection"
      shown={connections.find(({ id }) => id === filter.connection)?.name ?? 'Any connection'}
      active={filter.connection !== undefined}
      options={[
        {
          label: 'Any connection',
          href: paths.runs(org, { ...filter, connection: undefined }),
          current: !filter.connection,
        },
        ...connections.map(({ id, name }) => ({
          label: name,
          href: paths.runs(org, { ...filter, connection: id }),
          current: filter.connection === id,
        })),
      ]}
    />
  </>
)
