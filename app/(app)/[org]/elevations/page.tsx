import type { Metadata } from 'next'
import { ElevationTable } from '@/components/elevations/elevation-table'
import { RequestCard } from '@/components/elevations/request-card'
import { ExportMenu } from '@/components/export/export-menu'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { higherRoles } from '@/lib/access/higher-roles'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { elevationsTitle } from '@/lib/presentation/elevation'
import { roleChoices } from '@/lib/presentation/role'
import { paths } from '@/lib/queries/paths'
import { getOwnElevation } from '@/lib/services/get-own-elevation'
import { listElevations } from '@/lib/services/list-elevations'

export const metadata: Metadata = { title: 'Higher roles' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ElevationsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const page = PageRequest.catch({ limit: 50 }).parse(await searchParams)
  const [{ items, nextCursor }, own] = await Promise.all([
    orNotFound(listElevations(actor, { org, page })),
    getOwnElevation(actor, { org }),
  ])
  const roles = roleChoices(higherRoles(membership.ownRole))
  return (
    <>
      <PageHeading
        title={elevationsTitle(items, can(membership.role, 'member:read'))}
        sub="A higher role is lent for some hours, for a reason, by an administrator, and ends by itself. Nobody answers their own request."
        actions={<ExportMenu org={org} tables={[{ table: 'elevations' }]} />}
      />
      <div className="grid gap-4">
        <RequestCard
          org={org}
          role={membership.ownRole}
          roles={roles}
          mostHours={membership.rules.elevationHours}
          hasOpen={own !== null}
        />
        {items.length === 0 ? (
          <EmptyState title="No request yet">Requests stay here with their reason and what became of them.</EmptyState>
        ) : (
          <Card title="Requests">
            <ElevationTable
              org={org}
              elevations={items}
              userId={actor.userId}
              canDecide={membership.ownRole === 'admin'}
            />
            <Pagination
              summary={`${items.length} shown, newest first`}
              firstHref={page.cursor ? paths.elevations(org) : null}
              nextHref={nextCursor ? paths.elevations(org, { cursor: nextCursor }) : null}
            />
          </Card>
        )}
      </div>
    </>
  )
}
