import { FilterMenu } from '@/components/ui/filter-menu'
import { SECTORS } from '@/lib/model/organization'
import { type PortfolioFilter, ROLLOUT_GROUPS, SIZES } from '@/lib/model/portfolio'
import { sectorName } from '@/lib/presentation/identity'
import { rolloutGroupName, sizeName } from '@/lib/presentation/rollout-group'
import { paths } from '@/lib/queries/paths'

type Choice<T extends string> = { values: readonly T[]; name: (value: T) => string; any: string }

/** One filter as links: each value keeps the other filters and starts again at the first page. */
function menu<T extends string>(filter: PortfolioFilter, key: keyof PortfolioFilter, { values, name, any }: Choice<T>) {
  const chosen = values.find((value) => value === filter[key])
  const to = (value: T | undefined) => paths.portfolio({ ...filter, cursor: undefined, [key]: value })
  return {
    shown: chosen ? name(chosen) : any,
    active: chosen !== undefined,
    options: [
      { label: any, href: to(undefined), current: chosen === undefined },
      ...values.map((value) => ({ label: name(value), href: to(value), current: value === chosen })),
    ],
  }
}

export const PortfolioFilters = ({ filter }: { filter: PortfolioFilter }) => (
  <>
    <FilterMenu label="Sector" {...menu(filter, 'sector', { values: SECTORS, name: sectorName, any: 'All sectors' })} />
    <FilterMenu label="Size" {...menu(filter, 'size', { values: SIZES, name: sizeName, any: 'Any size' })} />
    <FilterMenu
      label="Rollout"
      {...menu(filter, 'rollout', { values: ROLLOUT_GROUPS, name: rolloutGroupName, any: 'Any rollout' })}
    />
  </>
)
