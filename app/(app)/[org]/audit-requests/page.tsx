import type { Metadata } from 'next'
import { RequestFilters } from '@/components/audit-requests/request-filters'
import { RequestTable } from '@/components/audit-requests/request-table'
import { ExportMenu } from '@/components/export/export-menu'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { AuditRequestFilter } from '@/lib/model/audit-request'
import { PageRequest } from '@/lib/model/page'
import { requestsTitle } from '@/lib/presentation/audit-request'
import { paths } from '@/lib/queries/paths'
import { listAuditRequests } from '@/lib/services/list-audit-requests'
import { listDeskChoices } from '@/lib/services/list-desk-choices'

export const metadata: Metadata = { title: 'Requests' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditRequestsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireDeskMember(org)
  const query = await searchParams
  const filter = AuditRequestFilter.catch({}).parse(query)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const { frameworks } = await listDeskChoices(actor, { org })
  const { items, nextCursor } = await orNotFound(listAuditRequests(actor, { org, filter, page }))
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeading
        title={requestsTitle(items)}
        sub="What auditors ask for and what the team answers, each with its date."
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'audit-requests', filter }]} />
            {can(membership.role, 'audit-request:ask') ? (
              <LinkButton variant="primary" href={paths.newAuditRequest(org)}>
                Ask for something
              </LinkButton>
            ) : null}
          </>
        }
      >
        <RequestFilters org={org} filter={filter} frameworks={frameworks} />
      </PageHeading>
      {items.length === 0 ? (
        <EmptyState
          title={isNarrowed ? 'No request matches' : 'Nothing has been asked'}
          actions={isNarrowed ? <LinkButton href={paths.auditRequests(org)}>Clear the filters</LinkButton> : undefined}
        >
          {isNarrowed ? undefined : 'Auditors ask for evidence here, and the team answers with it.'}
        </EmptyState>
      ) : (
        <Card title="Requests">
          <RequestTable
            requests={items}
            frameworks={new Map(frameworks.map(({ id, shortName }) => [id, shortName]))}
            hrefOf={(id) => paths.auditRequest(org, id)}
          />
          <Pagination
            summary={`${items.length} shown, newest first`}
            firstHref={page.cursor ? paths.auditRequests(org, filter) : null}
            nextHref={nextCursor ? paths.auditRequests(org, { ...filter, cursor: nextCursor }) : null}
          />
        </Card>
      )}
    </>
  )
}
