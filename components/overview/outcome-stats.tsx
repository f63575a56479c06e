import type { ReactNode } from 'react'
import type { Deployment } from '@/lib/model/deployment'
import type { Outcome } from '@/lib/model/outcome'
import { paths } from '@/lib/queries/paths'
import { OutcomeStat } from './outcome-stat'

type Props = { org: string; deployment: Deployment; outcome: Outcome; how: ReactNode }

/** The four metrics side by side. */
export const OutcomeStats = ({ org, deployment, outcome, how }: Props) => (
  <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4">
    {outcome.metrics.map((metric) => (
      <OutcomeStat
        key={metric.metric}
        metric={metric}
        outcome={outcome}
        rollouts={deployment.rollouts}
        href={paths.outcomes(org, deployment.slug)}
        how={how}
      />
    ))}
  </div>
)
