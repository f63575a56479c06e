import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { capabilitiesOf, capability } from '@/lib/framework/capabilities'
import { layers } from '@/lib/framework/layers'
import type { FrameworkDetail } from '@/lib/model/framework-detail'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'
import { RequirementTable } from './requirement-table'
import { type RequirementsChosen, requirementsShown } from './requirements-shown'

type Props = {
  org: string
  detail: FrameworkDetail
  chosen: RequirementsChosen
  from: number
  /** Whether this person maps requirements of this framework. */
  mayMap: boolean
}

const CHOICES = layers.map(({ id, name }) => ({
  layer: name,
  capabilities: capabilitiesOf(id).map((one) => ({ id: one.id, name: one.name })),
}))

/** A page of a framework's requirements, as far as they match. */
export function RequirementsCard({ org, detail, chosen, from, mayMap }: Props) {
  const { framework, own } = detail
  const { items, matching, next } = requirementsShown(detail, chosen, from)
  if (items.length === 0)
    return (
      <EmptyState
        title="No requirement matches"
        actions={<LinkButton href={paths.framework(org, framework.id)}>Show all requirements</LinkButton>}
      />
    )
  return (
    <Card
      title="Requirements"
      note="A capability speaks to a requirement; meeting the one does not show that the other is met."
      footer={
        framework.wording === 'ids-only'
          ? 'Ids only: the publisher’s licence does not let its text be shown.'
          : undefined
      }
    >
      <RequirementTable
        org={org}
        requirements={items}
        editor={mayMap && own ? { framework: own.id, choices: CHOICES } : null}
        nameOf={(one) => capability(one).name}
      />
      <Pagination
        summary={`${countText(from + 1)} to ${countText(from + items.length)} of ${countText(matching)}`}
        firstHref={from > 0 ? paths.framework(org, framework.id, chosen) : null}
        nextHref={next === null ? null : paths.framework(org, framework.id, { ...chosen, from: next })}
      />
    </Card>
  )
}
