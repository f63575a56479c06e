import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; editable: boolean; filtered: boolean; hasDeployment: boolean }

/** Nothing matches, nothing can be assessed yet, or nothing was. Each says the next step. */
export function AssessmentsEmpty({ org, editable, filtered, hasDeployment }: Props) {
  if (filtered)
    return (
      <EmptyState
        title="No assessment matches"
        actions={<LinkButton href={paths.assessments(org)}>Clear the filters</LinkButton>}
      >
        The filters above leave nothing to show. Nothing is hidden for another reason.
      </EmptyState>
    )
  if (!hasDeployment)
    return (
      <EmptyState
        title="Nothing to assess yet"
        actions={
          editable ? (
            <LinkButton variant="primary" href={paths.newDeployment(org)}>
              Add a deployment
            </LinkButton>
          ) : null
        }
      >
        An assessment speaks for a deployment: one rollout in one environment. Add that first.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No assessment yet"
      actions={
        editable ? (
          <LinkButton variant="primary" href={paths.newAssessment(org)}>
            Start the first assessment
          </LinkButton>
        ) : null
      }
    >
      An assessment says where each capability of the five layers stands on a day, with evidence. It counts once
      somebody else approved it.
    </EmptyState>
  )
}
