import type { Deployment } from '@/lib/model/deployment'
import type { Outcome } from '@/lib/model/outcome'
import { paths } from '@/lib/queries/paths'
import { OutcomeStat } from './outcome-stat'

/** The four metrics side by side. */
export const OutcomeStats = ({
  org,
  deployment,
  outcome,
}: {
  org: string
  deployment: Deployment
  outcome: Outcome
}) => (
  <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
    {outcome.metrics.map((metric) => (
      <OutcomeStat
        key={metric.metric}
        metric={metric}
        outcome={outcome}
        rollouts={deployment.rollouts}
        href={paths.outcomes(org, deployment.slug)}
      />
    ))}
  </div>
)
