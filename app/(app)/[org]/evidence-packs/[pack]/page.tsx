import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CancelPack } from '@/components/evidence-packs/cancel-pack'
import { DownloadPack } from '@/components/evidence-packs/download-pack'
import { PackContents } from '@/components/evidence-packs/pack-contents'
import { PackFacts } from '@/components/evidence-packs/pack-facts'
import { PackLive } from '@/components/evidence-packs/pack-live'
import { RebuildPack } from '@/components/evidence-packs/rebuild-pack'
import { VerifyCard } from '@/components/evidence-packs/verify-card'
import { Callout } from '@/components/ui/callout'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { isPackGoing, packPeriod, packTitle } from '@/lib/presentation/evidence-pack'
import { getPack } from '@/lib/services/get-pack'
import { listDeskChoices } from '@/lib/services/list-desk-choices'

export const metadata: Metadata = { title: 'Evidence pack' }

type Props = { params: Promise<{ org: string; pack: string }> }

export default async function EvidencePackPage({ params }: Props) {
  const { org, pack: id } = await params
  const { actor, membership } = await requireDeskMember(org)
  if (!can(membership.role, 'evidence-pack:read')) notFound()
  const pack = await orNotFound(getPack(actor, { org, id }))
  const { frameworks, deployments } = await listDeskChoices(actor, { org })
  const framework = frameworks.find((one) => one.id === pack.framework)?.name ?? pack.framework
  const canAsk = can(membership.role, 'evidence-pack:export')
  const isThere = pack.state === 'done' && pack.removedAt === null
  const going = isPackGoing(pack.state)
  const { contents, ...listed } = pack
  const named = pack.deploymentIds.map((one) => deployments.find((known) => known.id === one)?.name ?? one)
  return (
    <>
      <PageHeading
        title={packTitle(framework, pack)}
        sub={`${packPeriod(pack)}.`}
        actions={
          canAsk ? (
            <>
              {isThere ? <DownloadPack org={org} id={pack.id} fileName={`evidence-pack-${pack.id}.zip`} /> : null}
              {going ? <CancelPack org={org} id={pack.id} /> : <RebuildPack org={org} pack={listed} />}
            </>
          ) : null
        }
      />
      <div className="grid gap-4">
        {pack.error ? (
          <Callout tone="bad" title="The pack was not built">
            {pack.error}
          </Callout>
        ) : null}
        {going ? <PackLive key={pack.id} org={org} pack={listed} /> : null}
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <PackFacts pack={pack} framework={framework} deployments={named} />
          {isThere && pack.kid ? <VerifyCard kid={pack.kid} /> : null}
        </div>
        {contents ? <PackContents files={contents} /> : null}
      </div>
    </>
  )
}
