import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { dayText } from '@/lib/presentation/date'
import { paths } from '@/lib/queries/paths'

type Props = {
  org: string
  editable: boolean
  hasDeployment: boolean
  /** The first approved day, when the page was asked for an earlier one; null when nothing was approved at all. */
  first: { day: string; href: string } | null
}

/** No result to show: why, and the next step. None is not a score of zero. */
export function MaturityEmpty({ org, editable, hasDeployment, first }: Props) {
  if (first)
    return (
      <EmptyState
        title="Nothing was approved by that day"
        actions={<LinkButton href={first.href}>Show {dayText(first.day)}</LinkButton>}
      >
        The first approved assessment of this deployment speaks for {dayText(first.day)}.
      </EmptyState>
    )
  if (!hasDeployment)
    return (
      <EmptyState
        title="No deployment yet"
        actions={
          editable ? (
            <LinkButton variant="primary" href={paths.newDeployment(org)}>
              Add a deployment
            </LinkButton>
          ) : null
        }
      >
        Maturity is that of a deployment: one rollout in one environment. Add it, then assess it.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No approved assessment yet"
      actions={
        <LinkButton variant="primary" href={paths.assessments(org)}>
          Go to the assessments
        </LinkButton>
      }
    >
      Maturity is shown once an assessment was submitted and approved by somebody else. Until then there is no score,
      which is not a score of zero.
    </EmptyState>
  )
}
