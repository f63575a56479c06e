import type { Metadata } from 'next'
import { ExportMenu } from '@/components/export/export-menu'
import { RecordsEmpty } from '@/components/import/records-empty'
import { IncidentFilters } from '@/components/incidents/incident-filters'
import { IncidentTable } from '@/components/incidents/incident-table'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { IncidentFilter } from '@/lib/model/incident-filter'
import { PageRequest } from '@/lib/model/page'
import { incidentsLine, incidentsTitle } from '@/lib/presentation/incident-title'
import { paths } from '@/lib/queries/paths'
import { listIncidents } from '@/lib/services/list-incidents'
import { listMonthlyMetrics } from '@/lib/services/list-monthly-metrics'

export const metadata: Metadata = { title: 'Incidents' }

const OCSF = [['ocsf.json', 'OCSF 1.8 (Incident Finding)']] as const

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function IncidentsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const query = await searchParams
  const filter = IncidentFilter.catch({}).parse(query)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const months = await listMonthlyMetrics(actor, { org })
  const { items, nextCursor } = await orNotFound(listIncidents(actor, { org, filter, page }))
  const isNarrowed = Object.keys(filter).length > 0
  const importHref = can(membership.role, 'incident:import') ? paths.importIncidents(org) : null
  return (
    <>
      <PageHeading
        title={incidentsTitle(months)}
        sub={incidentsLine(months)}
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'incidents', filter, documents: OCSF }]} />
            {importHref ? (
              <LinkButton variant="primary" href={importHref}>
                Import incidents
              </LinkButton>
            ) : null}
          </>
        }
      >
        <IncidentFilters org={org} filter={filter} />
      </PageHeading>
      {items.length === 0 ? (
        <RecordsEmpty noun="incidents" importHref={importHref} clearHref={isNarrowed ? paths.incidents(org) : null} />
      ) : (
        <Card title="Register">
          <IncidentTable incidents={items} />
          <Pagination
            summary={`${items.length} shown, newest first`}
            firstHref={page.cursor ? paths.incidents(org, filter) : null}
            nextHref={nextCursor ? paths.incidents(org, { ...filter, cursor: nextCursor }) : null}
          />
        </Card>
      )}
    </>
  )
}
