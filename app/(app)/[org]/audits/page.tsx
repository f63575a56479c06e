import type { Metadata } from 'next'
import { AuditTable } from '@/components/audits/audit-table'
import { ExportMenu } from '@/components/export/export-menu'
import { RecordsEmpty } from '@/components/import/records-empty'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { AuditFilter } from '@/lib/model/incident-filter'
import { PageRequest } from '@/lib/model/page'
import { auditsTitle } from '@/lib/presentation/audit-title'
import { paths } from '@/lib/queries/paths'
import { listAudits } from '@/lib/services/list-audits'
import { listMonthlyMetrics } from '@/lib/services/list-monthly-metrics'

export const metadata: Metadata = { title: 'Audits' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const query = await searchParams
  const filter = AuditFilter.catch({}).parse(query)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const months = await listMonthlyMetrics(actor, { org })
  const { items, nextCursor } = await orNotFound(listAudits(actor, { org, filter, page }))
  const isNarrowed = Object.keys(filter).length > 0
  const importHref = can(membership.role, 'compliance-audit:import') ? paths.importAudits(org) : null
  return (
    <>
      <PageHeading
        title={auditsTitle(months)}
        sub="Compliance audits as their sources report them. The pass rate is of the controls assessed."
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'audits', filter }]} />
            {importHref ? (
              <LinkButton variant="primary" href={importHref}>
                Import audits
              </LinkButton>
            ) : null}
          </>
        }
      />
      {items.length === 0 ? (
        <RecordsEmpty noun="audits" importHref={importHref} clearHref={isNarrowed ? paths.audits(org) : null} />
      ) : (
        <Card title="Register">
          <AuditTable audits={items} />
          <Pagination
            summary={`${items.length} shown, latest first`}
            firstHref={page.cursor ? paths.audits(org, filter) : null}
            nextHref={nextCursor ? paths.audits(org, { ...filter, cursor: nextCursor }) : null}
          />
        </Card>
      )}
    </>
  )
}
