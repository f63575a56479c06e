import type { Metadata } from 'next'
import { z } from 'zod'
import { CheckFilters } from '@/components/checks/check-filters'
import { CheckTable } from '@/components/checks/check-table'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { requireMember } from '@/lib/auth/page-actor'
import { CheckFacts } from '@/lib/model/check'
import { LayerId } from '@/lib/model/layer'
import { Verdict } from '@/lib/model/verdict'
import { checksLine, checksTitle } from '@/lib/presentation/checks-title'
import { listChecks } from '@/lib/services/list-checks'

export const metadata: Metadata = { title: 'Checks' }

const Query = z.object({
  provider: CheckFacts.shape.provider.optional().catch(undefined),
  layer: LayerId.optional().catch(undefined),
  verdict: Verdict.optional().catch(undefined),
})

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChecksPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor } = await requireMember(org)
  const { provider, layer, verdict } = Query.parse(await searchParams)
  const { checks } = await listChecks(actor, { org })
  const shown = checks.filter(
    (one) =>
      (!provider || one.provider === provider) &&
      (!layer || one.capabilities[0]?.startsWith(layer)) &&
      (!verdict || one.standing?.verdict === verdict),
  )
  return (
    <>
      <PageHeading title={checksTitle(checks)} sub={checksLine(checks)}>
        <CheckFilters org={org} chosen={{ provider, layer, verdict }} />
      </PageHeading>
      {shown.length === 0 ? (
        <EmptyState title="No check matches">Take a filter away to see more of them.</EmptyState>
      ) : (
        <Card title="Catalogue" note="A check reads stored facts alone and says pass, fail, not applicable or unknown.">
          <CheckTable org={org} checks={shown} />
        </Card>
      )}
    </>
  )
}
