import { RequirementsCard } from '@/components/maturity/requirements-card'
import { FilterMenu } from '@/components/ui/filter-menu'
import { type StandardId, standards } from '@/lib/framework/standards'
import type { AssessedMaturity } from '@/lib/model/maturity-at'
import { requirementRows } from '@/lib/presentation/requirement-rows'
import { paths } from '@/lib/queries/paths'
import type { MaturityQuery } from './maturity-query'

type Props = {
  org: string
  standard: StandardId
  current: AssessedMaturity
  to: (change: MaturityQuery) => string
}

/** One standard at a time, seen through the capabilities that touch its requirements. */
export function RequirementsSection({ org, standard, current: { maturity, assessment }, to }: Props) {
  const chosen = standards.find((one) => one.id === standard)
  if (!chosen) return null
  return (
    <div className="grid gap-4">
      <div>
        <FilterMenu
          label="Standard"
          shown={chosen.name}
          active
          options={standards.map(({ id, name }) => ({
            label: name,
            href: to({ standard: id }),
            current: id === standard,
          }))}
        />
      </div>
      <RequirementsCard
        standard={chosen}
        rows={requirementRows(standard, maturity)}
        hrefOf={(capability) => paths.assessment(org, assessment.id, capability)}
      />
    </div>
  )
}
