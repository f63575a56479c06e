import type { Metadata } from 'next'
import { DeploymentMenu } from '@/components/deployment-choice/deployment-menu'
import { DecisionsCard } from '@/components/overview/decisions-card'
import { FirstSteps } from '@/components/overview/first-steps'
import { NextStepsCard } from '@/components/overview/next-steps-card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { nextSteps } from '@/lib/maturity/next-steps'
import { Slug } from '@/lib/model/slug'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { overviewLine } from '@/lib/presentation/overview-line'
import { paths } from '@/lib/queries/paths'
import { getOverview } from '@/lib/services/get-overview'
import { OverviewMaturity } from './overview-maturity'
import { OverviewOutcomes } from './overview-outcomes'

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ deployment?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { membership } = await requireMember((await params).org, { isHome: true })
  return { title: membership.name }
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org, { isHome: true })
  const asked = Slug.optional()
    .catch(undefined)
    .parse((await searchParams).deployment)
  const overview = await orNotFound(getOverview(actor, { org, deployment: asked }))
  const { organization, deployment, current } = overview
  const weakest = current?.maturity.layers.find((one) => one.layer === current.maturity.weakestLayer)
  const editable = can(membership.role, 'assessment:write')
  return (
    <>
      <PageHeading
        title={maturityTitle(organization.name, current?.maturity ?? null)}
        sub={overviewLine(overview)}
        actions={
          <DeploymentMenu
            deployments={overview.deployments}
            current={deployment?.slug ?? null}
            hrefOf={(slug) => paths.overview(org, slug)}
          />
        }
      />
      <div className="grid gap-4">
        {deployment === null ? <FirstSteps org={org} editable={editable} /> : null}
        <OverviewMaturity org={org} overview={overview} editable={editable} />
        <OverviewOutcomes org={org} overview={overview} />
        <div className="grid gap-4 xl:grid-cols-[3fr_2fr]">
          {weakest && current ? (
            <NextStepsCard
              layer={weakest.layer}
              steps={nextSteps(weakest, 3)}
              hrefOf={(capability) => paths.assessment(org, current.assessment.id, capability)}
            />
          ) : null}
          <DecisionsCard overview={overview} />
        </div>
      </div>
    </>
  )
}
