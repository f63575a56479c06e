import type { Metadata } from 'next'
import { MaturityMenus } from '@/components/maturity/maturity-menus'
import { PageHeading } from '@/components/ui/page-heading'
import { TabLinks } from '@/components/ui/tab-links'
import { requireMember } from '@/lib/auth/page-actor'
import { isLatestOfDay } from '@/lib/presentation/latest-of-day'
import { maturityTitle } from '@/lib/presentation/maturity-title'
import { paths } from '@/lib/queries/paths'
import { EmptySection } from './empty-section'
import { LayersSection } from './layers-section'
import { loadMaturity } from './load-maturity'
import { MaturityExport } from './maturity-export'
import { MaturityQuery } from './maturity-query'
import { RequirementsSection } from './requirements-section'
import { resultLine } from './result-line'

export const metadata: Metadata = { title: 'Maturity' }

const viewTabs = (standard: MaturityQuery['standard'], to: (change: MaturityQuery) => string) => [
  { label: 'Layers', href: to({ standard: undefined }), current: !standard },
  { label: 'Requirements', href: to({ standard: standard ?? 'nist_csf_2_0' }), current: Boolean(standard) },
]

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MaturityPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const asked = MaturityQuery.parse(await searchParams)
  const { at, deployment, deployments, current, earlier, points } = await loadMaturity(actor, org, asked)
  const query = { ...asked, deployment: deployment?.slug }
  const kept = { layer: asked.layer, standard: asked.standard }
  const to = (change: MaturityQuery) => paths.maturity(org, { ...query, ...change })
  if (!deployment || !current)
    return (
      <EmptySection
        org={org}
        membership={membership}
        deployment={deployment}
        at={at}
        first={points[0]?.asOf ?? null}
        href={(day) => to({ at: day, compare: undefined })}
      />
    )
  return (
    <>
      <PageHeading
        title={maturityTitle(membership.name, current.maturity)}
        sub={resultLine(deployment.name, current)}
        actions={<MaturityExport org={org} deployment={deployment} current={current} standard={asked.standard} />}
      >
        <MaturityMenus
          deployments={deployments}
          deployment={deployment}
          assessments={points.filter(isLatestOfDay).map((point) => point.assessment)}
          shown={current.assessment}
          compared={earlier?.assessment ?? null}
          comparing={!asked.standard}
          unchosen={current.comparison?.basis === 'previous' ? 'The assessment before' : 'About a quarter before'}
          isChosen={asked.compare !== undefined && earlier !== null}
          href={{
            deployment: (slug) => paths.maturity(org, { ...kept, deployment: slug }),
            at: (day) => to({ at: day, compare: undefined }),
            compare: (day) => to({ compare: day ?? undefined }),
          }}
        />
      </PageHeading>
      <TabLinks label="Views" tabs={viewTabs(asked.standard, to)} className="mb-4" />
      {asked.standard ? (
        <RequirementsSection org={org} standard={asked.standard} current={current} to={to} />
      ) : (
        <LayersSection org={org} asked={asked} current={current} earlier={earlier} points={points} to={to} />
      )}
    </>
  )
}
