import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PackForm } from '@/components/evidence-packs/pack-form'
import { PackTable } from '@/components/evidence-packs/pack-table'
import { PacksEmpty } from '@/components/evidence-packs/packs-empty'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { periodPresets } from '@/lib/presentation/desk-period'
import { packsTitle } from '@/lib/presentation/evidence-pack'
import { paths } from '@/lib/queries/paths'
import { listDeskChoices } from '@/lib/services/list-desk-choices'
import { listPacks } from '@/lib/services/list-packs'

export const metadata: Metadata = { title: 'Evidence packs' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function EvidencePacksPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireDeskMember(org)
  if (!can(membership.role, 'evidence-pack:read')) notFound()
  const page = PageRequest.catch({ limit: 50 }).parse(await searchParams)
  const { items, nextCursor } = await orNotFound(listPacks(actor, { org, page }))
  const { frameworks, deployments, grants } = await listDeskChoices(actor, { org })
  const canAsk = can(membership.role, 'evidence-pack:export') && frameworks.length > 0
  const presets = periodPresets(new Date().toISOString().slice(0, 10), grants?.[0]?.period ?? null)
  const mustName = grants?.every(({ deploymentIds }) => deploymentIds.length > 0) ?? false
  const nameOf = (id: string) => frameworks.find((one) => one.id === id)?.name ?? id
  return (
    <>
      <PageHeading
        title={packsTitle(items)}
        sub="Everything about a framework and a period in one ZIP: hashed, signed, with its gaps shown as gaps. Anybody can verify it without Proofline."
      />
      <div className="grid gap-4">
        {canAsk ? (
          <Card
            title="Ask for a pack"
            note="It is told as of now; asking and downloading are written to the audit log."
          >
            <PackForm {...{ org, frameworks, deployments, presets, mustName }} />
          </Card>
        ) : null}
        {items.length === 0 ? (
          <PacksEmpty canAsk={canAsk} />
        ) : (
          <Card title="Packs">
            <PackTable org={org} packs={items} nameOf={nameOf} />
            <Pagination
              summary={`${items.length} shown, newest first`}
              firstHref={page.cursor ? paths.evidencePacks(org) : null}
              nextHref={nextCursor ? paths.evidencePacks(org, { cursor: nextCursor }) : null}
            />
          </Card>
        )}
      </div>
    </>
  )
}
