import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { paths } from '@/lib/queries/paths'
import { type FindingsShown, findingsQuery } from './findings-shown'

/** Part of a resource's name or id; everything else the list is narrowed to goes along. */
export const SearchForm = ({ org, shown }: { org: string; shown: FindingsShown }) => (
  <form method="get" action={paths.findings(org)} className="flex gap-2">
    {Object.entries(findingsQuery(shown)).map(([name, value]) =>
      name === 'search' || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
    )}
    <Input
      type="search"
      name="search"
      aria-label="Search resources"
      placeholder="Resource"
      defaultValue={shown.filter.search}
      className="w-40"
    />
    <Button type="submit" size="sm" className="h-8">
      Search
    </Button>
  </form>
)
