import type { Metadata } from 'next'
import { DeploymentMenu } from '@/components/deployment-choice/deployment-menu'
import { ExportMenu } from '@/components/export/export-menu'
import { MetricTrend } from '@/components/outcomes/metric-trend'
import { OutcomeHow } from '@/components/outcomes/outcome-how'
import { OutcomesEmpty } from '@/components/outcomes/outcomes-empty'
import { ReadingsCard } from '@/components/outcomes/readings-card'
import { Callout } from '@/components/ui/callout'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { Slug } from '@/lib/model/slug'
import { outcomeLine } from '@/lib/presentation/outcome-line'
import { outcomeTitle } from '@/lib/presentation/outcome-title'
import { paths } from '@/lib/queries/paths'
import { getOutcomes } from '@/lib/services/get-outcomes'
import { listDeployments } from '@/lib/services/list-deployments'

export const metadata: Metadata = { title: 'Before and after' }

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ deployment?: string | string[] }> }

export default async function OutcomesPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const deployments = await listDeployments(actor, { org })
  const asked = Slug.optional()
    .catch(undefined)
    .parse((await searchParams).deployment)
  const found = await orNotFound(getOutcomes(actor, { org, deployment: asked }))
  const { deployment, result } = found
  const own = found.scope === 'deployment' ? deployment?.slug : undefined
  const line = outcomeLine(found, membership.name)
  const how = (
    <OutcomeHow
      outcome={result}
      scope={line.scope}
      incidentsHref={paths.incidents(org)}
      auditsHref={paths.audits(org)}
    />
  )
  return (
    <>
      <PageHeading
        title={outcomeTitle(result)}
        sub={line.text}
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'outcomes', filter: { deployment: own } }]} />
            <DeploymentMenu
              deployments={deployments}
              current={deployment?.slug ?? null}
              hrefOf={(slug) => paths.outcomes(org, slug)}
            />
          </>
        }
      />
      {result.metrics.every((metric) => metric.series.length === 0) ? (
        <OutcomesEmpty org={org} editable={can(membership.role, 'incident:import')} />
      ) : (
        <div className="grid gap-4">
          {result.refusal ? <Callout title="No comparison yet">{result.refusal}</Callout> : null}
          <div className="grid gap-4 xl:grid-cols-2">
            {result.metrics.map((metric) => (
              <MetricTrend
                key={metric.metric}
                metric={metric}
                outcome={result}
                rollouts={deployment?.rollouts ?? []}
                how={how}
              />
            ))}
          </div>
          {result.refusal ? null : <ReadingsCard outcome={result} />}
        </div>
      )}
    </>
  )
}
