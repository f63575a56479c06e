import { Button } from '@/components/ui/button'
import { FilterChips } from '@/components/ui/filter-chips'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Input } from '@/components/ui/input'
import type { RuleFilter } from '@/lib/model/rule-filter'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; chosen: RuleFilter; products: readonly string[] }

/** What the table is narrowed to: links and a plain form, so all of it lives in the address. */
export function RuleFilters({ org, chosen, products }: Props) {
  const to = (change: RuleFilter) => paths.ruleMappings(org, { ...chosen, ...change })
  const { mapped, product, search } = chosen
  const toggled = (value: 'yes' | 'no') => to({ mapped: mapped === value ? undefined : value })
  return (
    <>
      <FilterChips
        label="Narrowed to"
        chips={[
          { label: 'Unmapped', href: toggled('no'), active: mapped === 'no' },
          { label: 'Mapped', href: toggled('yes'), active: mapped === 'yes' },
        ]}
      />
      <FilterMenu
        label="Product"
        shown={product ?? 'Any product'}
        active={product !== undefined}
        options={[
          { label: 'Any product', href: to({ product: undefined }), current: product === undefined },
          ...products.map((one) => ({ label: one, href: to({ product: one }), current: one === product })),
        ]}
      />
      <form method="get" action={paths.ruleMappings(org)} className="flex gap-2">
        {mapped === undefined ? null : <input type="hidden" name="mapped" value={mapped} />}
        {product === undefined ? null : <input type="hidden" name="product" value={product} />}
        <Input
          type="search"
          name="search"
          aria-label="Search rules"
          placeholder="Rule or title"
          defaultValue={search}
          className="w-44"
        />
        <Button type="submit" size="sm" className="h-8">
          Search
        </Button>
      </form>
    </>
  )
}
