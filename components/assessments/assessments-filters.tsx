import { FilterMenu } from '@/components/ui/filter-menu'
import type { AssessmentState } from '@/lib/model/assessment'
import type { DeploymentRef } from '@/lib/model/deployment-ref'
import { assessmentStateLabel } from '@/lib/presentation/assessment-state'
import { paths } from '@/lib/queries/paths'

type Props = {
  org: string
  states: readonly AssessmentState[]
  deployments: readonly DeploymentRef[]
  state?: AssessmentState
  deployment?: string
}

/** Filters as links; each keeps the other and starts again at the first page. */
export function AssessmentsFilters({ org, states, deployments, state, deployment }: Props) {
  const to = (query: { state?: string; deployment?: string }) => paths.assessments(org, query)
  return (
    <>
      <FilterMenu
        label="State"
        shown={state ? assessmentStateLabel(state) : 'Any state'}
        active={state !== undefined}
        options={[
          { label: 'Any state', href: to({ deployment }), current: state === undefined },
          ...states.map((one) => ({
            label: assessmentStateLabel(one),
            href: to({ state: one, deployment }),
            current: one === state,
          })),
        ]}
      />
      {deployments.length < 2 ? null : (
        <FilterMenu
          label="Deployment"
          shown={deployments.find((one) => one.slug === deployment)?.name ?? 'All deployments'}
          active={deployment !== undefined}
          options={[
            { label: 'All deployments', href: to({ state }), current: deployment === undefined },
            ...deployments.map(({ slug, name }) => ({
              label: name,
              href: to({ state, deployment: slug }),
              current: slug === deployment,
            })),
          ]}
        />
      )}
    </>
  )
}
