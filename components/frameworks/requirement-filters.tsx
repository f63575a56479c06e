import { Button } from '@/components/ui/button'
import { FilterChips } from '@/components/ui/filter-chips'
import { Input } from '@/components/ui/input'
import { paths } from '@/lib/queries/paths'
import type { RequirementsChosen } from './requirements-shown'

type Props = { org: string; framework: string; chosen: RequirementsChosen }

/** What the table is narrowed to: links and a plain form, so all of it lives in the address. */
export function RequirementFilters({ org, framework, chosen }: Props) {
  const { mapped, search } = chosen
  const toggled = (value: 'yes' | 'no') =>
    paths.framework(org, framework, { ...chosen, mapped: mapped === value ? undefined : value })
  return (
    <>
      <FilterChips
        label="Narrowed to"
        chips={[
          { label: 'Unmapped', href: toggled('no'), active: mapped === 'no' },
          { label: 'Mapped', href: toggled('yes'), active: mapped === 'yes' },
        ]}
      />
      <form method="get" action={paths.framework(org, framework)} className="flex gap-2">
        {mapped === undefined ? null : <input type="hidden" name="mapped" value={mapped} />}
        <Input
          type="search"
          name="search"
          aria-label="Search requirements"
          placeholder="Id, title or text"
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
