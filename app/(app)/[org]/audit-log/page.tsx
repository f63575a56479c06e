import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuditLogEmpty } from '@/components/audit-log/audit-log-empty'
import { AuditLogFilters } from '@/components/audit-log/audit-log-filters'
import { AuditLogTable } from '@/components/audit-log/audit-log-table'
import { ExportLogMenu } from '@/components/audit-log/export-log-menu'
import { VerificationCard } from '@/components/audit-log/verification-card'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { auditLogTitle } from '@/lib/presentation/audit-log-title'
import { paths } from '@/lib/queries/paths'
import { listAuditLog } from '@/lib/services/list-audit-log'
import { AuditLogQuery } from './audit-log-query'

export const metadata: Metadata = { title: 'Audit log' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditLogPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'audit-log:read')) notFound()
  const query = await searchParams
  const filter = AuditLogQuery.parse(query)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const { items, nextCursor } = await orNotFound(listAuditLog(actor, { org, filter, page }))
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHeading
        title={auditLogTitle(items, isNarrowed)}
        sub="Who did what, when, from where and by which permission. Entries cannot be changed or removed without it showing."
        actions={can(membership.role, 'audit-log:export') ? <ExportLogMenu org={org} filter={filter} /> : null}
      >
        <AuditLogFilters org={org} filter={filter} />
      </PageHeading>
      <div className="grid gap-4">
        <VerificationCard org={org} />
        {items.length === 0 ? (
          <AuditLogEmpty clearHref={isNarrowed ? paths.auditLog(org) : null} />
        ) : (
          <Card title="Acts">
            <AuditLogTable org={org} entries={items} marked={filter.upTo} />
            <Pagination
              summary={`${items.length} shown, newest first`}
              firstHref={page.cursor ? paths.auditLog(org, filter) : null}
              nextHref={nextCursor ? paths.auditLog(org, { ...filter, cursor: nextCursor }) : null}
            />
          </Card>
        )}
      </div>
    </>
  )
}
