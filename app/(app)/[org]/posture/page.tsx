import type { Metadata } from 'next'
import { HistoryCard } from '@/components/posture/history-card'
import { LayerCard } from '@/components/posture/layer-card'
import { PostureEmpty } from '@/components/posture/posture-empty'
import { FilterMenu } from '@/components/ui/filter-menu'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { checkOf } from '@/lib/checks/registry'
import { Slug } from '@/lib/model/slug'
import { postureLine, postureTitle } from '@/lib/presentation/posture-title'
import { paths } from '@/lib/queries/paths'
import { getPosture } from '@/lib/services/get-posture'
import { listPostureHistory } from '@/lib/services/list-posture-history'

export const metadata: Metadata = { title: 'Posture' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<{ deployment?: string | string[] }>
}

const asserts = (check: string): string => checkOf(check)?.asserts ?? check

export default async function PosturePage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const asked = Slug.optional()
    .catch(undefined)
    .parse((await searchParams).deployment)
  const { deployment, deployments, posture } = await orNotFound(getPosture(actor, { org, deployment: asked }))
  const { points } = await listPostureHistory(actor, { org, deployment: asked })
  if (!posture)
    return (
      <>
        <PageHeading title="Nothing was measured yet" sub={`${membership.name} has no run that came to verdicts.`} />
        <PostureEmpty org={org} editable={can(membership.role, 'connection:write')} />
      </>
    )
  return (
    <>
      <PageHeading title={postureTitle(posture)} sub={postureLine(posture)}>
        {deployments.length === 0 ? null : (
          <FilterMenu
            label="Deployment"
            shown={deployment?.name ?? 'Whole organization'}
            active={deployment !== null}
            options={[
              { label: 'Whole organization', href: paths.posture(org), current: deployment === null },
              ...deployments.map(({ slug, name }) => ({
                label: name,
                href: paths.posture(org, { deployment: slug }),
                current: slug === deployment?.slug,
              })),
            ]}
          />
        )}
      </PageHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {posture.layers.map((layer) => (
          <LayerCard key={layer.layer} org={org} layer={layer} asserts={asserts} />
        ))}
        <HistoryCard points={points} runHref={(run) => `/${org}/runs/${run}`} />
      </div>
    </>
  )
}
