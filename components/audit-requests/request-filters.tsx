import { FilterChips } from '@/components/ui/filter-chips'
import { FilterMenu } from '@/components/ui/filter-menu'
import { AUDIT_REQUEST_STATES, type AuditRequestFilter } from '@/lib/model/audit-request'
import { requestStateText } from '@/lib/presentation/audit-request'
import { paths } from '@/lib/queries/paths'

type Props = {
  org: string
  filter: AuditRequestFilter
  frameworks: readonly { id: string; name: string; shortName: string }[]
}

/** What the list is narrowed to; every choice is a link. */
export function RequestFilters({ org, filter, frameworks }: Props) {
  const hrefOf = (change: object) => paths.auditRequests(org, { ...filter, ...change })
  return (
    <>
      <FilterMenu
        label="State"
        shown={filter.state ? requestStateText(filter.state) : 'Any state'}
        active={filter.state !== undefined}
        options={[
          { label: 'Any state', href: hrefOf({ state: undefined }), current: !filter.state },
          ...AUDIT_REQUEST_STATES.map((state) => ({
            label: requestStateText(state),
            href: hrefOf({ state }),
            current: filter.state === state,
          })),
        ]}
      />
      <FilterMenu
        label="Framework"
        shown={frameworks.find(({ id }) => id === filter.framework)?.shortName ?? 'Any framework'}
        active={filter.framework !== undefined}
        options={[
          {
            label: 'Any framework',
            href: hrefOf({ framework: undefined, requirement: undefined }),
            current: !filter.framework,
          },
          ...frameworks.map(({ id, name }) => ({
            label: name,
            href: hrefOf({ framework: id, requirement: undefined }),
            current: filter.framework === id,
          })),
        ]}
      />
      <FilterChips
        label="Narrow"
        chips={[
          {
            label: 'Overdue',
            href: hrefOf({ due: filter.due ? undefined : 'overdue' }),
            active: filter.due !== undefined,
          },
          ...(filter.requirement
            ? [{ label: filter.requirement, href: hrefOf({ requirement: undefined }), active: true }]
            : []),
        ]}
      />
    </>
  )
}
