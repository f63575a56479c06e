import type { Metadata } from 'next'
import { z } from 'zod'
import { CheckFilters } from '@/components/checks/check-filters'
import { CheckTable } from '@/components/checks/check-table'
import { ExportMenu } from '@/components/export/export-menu'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { requireMember } from '@/lib/auth/page-actor'
import { CheckFilter, checksMatching } from '@/lib/model/check-filter'
import { checksLine, checksTitle } from '@/lib/presentation/checks-title'
import { listChecks } from '@/lib/services/list-checks'

export const metadata: Metadata = { title: 'Checks' }

const { provider, layer, verdict } = CheckFilter.shape
/** A part of the address that means nothing narrows nothing. */
const Query = z.object({
  provider: provider.catch(undefined),
  layer: layer.catch(undefined),
  verdict: verdict.catch(undefined),
})

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChecksPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor } = await requireMember(org)
  const filter = Query.parse(await searchParams)
  const { checks } = await listChecks(actor, { org })
  const shown = checksMatching(checks, filter)
  return (
    <>
      <PageHeading
        title={checksTitle(checks)}
        sub={checksLine(checks)}
        actions={
          <ExportMenu
            org={org}
            tables={[
              { table: 'checks', title: 'Checks', filter },
              { table: 'verdicts', title: 'Verdicts by account' },
            ]}
          />
        }
      >
        <CheckFilters org={org} chosen={filter} />
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
