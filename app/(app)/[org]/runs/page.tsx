import type { Metadata } from 'next'
import { ExportMenu } from '@/components/export/export-menu'
import { RunFilters } from '@/components/runs/run-filters'
import { RunTable } from '@/components/runs/run-table'
import { RunsEmpty } from '@/components/runs/runs-empty'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { RunFilter } from '@/lib/model/run-filter'
import { runsTitle } from '@/lib/presentation/run'
import { paths } from '@/lib/queries/paths'
import { listConnections } from '@/lib/services/list-connections'
import { listRuns } from '@/lib/services/list-runs'

export const metadata: Metadata = { title: 'Runs' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RunsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor } = await requireMember(org)
  const query = await searchParams
  const filter = RunFilter.catch({}).parse(query)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const { items, nextCursor } = await orNotFound(listRuns(actor, { org, filter, page }))
  const connections = await listConnections(actor, { org, page: { limit: 200 } })
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeading
        title={runsTitle(items)}
        sub="A run reads one source page by page, keeps what it read as a dated snapshot, and judges it. What could not be read is named and stays unknown."
        actions={<ExportMenu org={org} tables={[{ table: 'runs', filter }]} />}
      >
        <RunFilters org={org} filter={filter} connections={connections.items} />
      </PageHeading>
      {items.length === 0 ? (
        <RunsEmpty connectionsHref={paths.connections(org)} clearHref={isNarrowed ? paths.runs(org) : null} />
      ) : (
        <Card title="Runs">
          <RunTable org={org} runs={items} />
          <Pagination
            summary={`${items.length} shown, newest first`}
            firstHref={page.cursor ? paths.runs(org, filter) : null}
            nextHref={nextCursor ? paths.runs(org, { ...filter, cursor: nextCursor }) : null}
          />
        </Card>
      )}
    </>
  )
}
