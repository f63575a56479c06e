import type { Metadata } from 'next'
import { MaturityEmpty } from '@/components/maturity/maturity-empty'
import { MaturityMenus } from '@/components/maturity/maturity-menus'
import { PageHeading } from '@/components/ui/page-heading'
import { TabLinks } from '@/components/ui/tab-links'
import { can } from '@/lib/access/authorize'
import { requireMember } from '@/lib/auth/page-actor'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { paths } from '@/lib/queries/paths'
import { LayersSection } from './layers-section'
import { loadMaturity } from './load-maturity'
import { MaturityQuery } from './maturity-query'
import { RequirementsSection } from './requirements-section'
import { resultLine } from './result-line'

export const metadata: Metadata = { title: 'Maturity' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MaturityPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const asked = MaturityQuery.parse(await searchParams)
  const { deployment, deployments, current, earlier, points } = await loadMaturity(actor, org, asked)
  const query = { ...asked, deployment: deployment?.slug }
  const to = (change: MaturityQuery) => paths.maturity(org, { ...query, ...change })
  const title = maturityTitle(membership.name, current?.maturity ?? null)
  if (!deployment || !current) {
    const first = points[0]?.asOf
    return (
      <>
        <PageHeading title={title} sub={deployment?.name} />
        <MaturityEmpty
          org={org}
          editable={can(membership.role, 'deployment:write')}
          hasDeployment={deployment !== null}
          first={first ? { day: first, href: to({ at: first, compare: undefined }) } : null}
        />
      </>
    )
  }
  const tabs = [
    { label: 'Layers', href: to({ standard: undefined }), current: !asked.standard },
    {
      label: 'Requirements',
      href: to({ standard: asked.standard ?? 'nist_csf_2_0' }),
      current: Boolean(asked.standard),
    },
  ]
  return (
    <>
      <PageHeading title={title} sub={resultLine(deployment.name, current)}>
        <MaturityMenus
          deployments={deployments}
          deployment={deployment}
          assessments={points.map((point) => point.assessment)}
          shown={current.assessment}
          compared={earlier?.assessment ?? null}
          comparing={!asked.standard}
          isChosen={asked.compare !== undefined && earlier !== null}
          href={{
            deployment: (slug) =>
              paths.maturity(org, { deployment: slug, layer: asked.layer, standard: asked.standard }),
            at: (day) => to({ at: day, compare: undefined }),
            compare: (day) => to({ compare: day ?? undefined }),
          }}
        />
      </PageHeading>
      <TabLinks label="Views" tabs={tabs} className="mb-4" />
      {asked.standard ? (
        <RequirementsSection org={org} standard={asked.standard} current={current} to={to} />
      ) : (
        <LayersSection org={org} asked={asked} current={current} earlier={earlier} points={points} to={to} />
      )}
    </>
  )
}
