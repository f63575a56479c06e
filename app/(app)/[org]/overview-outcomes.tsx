import { OutcomeHow } from '@/components/outcomes/outcome-how'
import { OutcomeStats } from '@/components/overview/outcome-stats'
import type { Overview } from '@/lib/model/overview'
import { paths } from '@/lib/queries/paths'

/** The four metrics of the deployment shown; without one there is nothing to compare. */
export function OverviewOutcomes({ org, overview }: { org: string; overview: Overview }) {
  const { organization, deployment, outcome } = overview
  if (!deployment || !outcome) return null
  return (
    <OutcomeStats
      org={org}
      deployment={deployment}
      outcome={outcome.result}
      how={
        <OutcomeHow
          outcome={outcome.result}
          scope={outcome.scope === 'deployment' ? deployment.name : `all of ${organization.name}`}
          incidentsHref={paths.incidents(org)}
          auditsHref={paths.audits(org)}
        />
      }
    />
  )
}
