import type { Metadata } from 'next'
import { ConnectionTable } from '@/components/connections/connection-table'
import { ConnectionsEmpty } from '@/components/connections/connections-empty'
import { ExportMenu } from '@/components/export/export-menu'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { connectionsTitle } from '@/lib/presentation/connection'
import { paths } from '@/lib/queries/paths'
import { listConnections } from '@/lib/services/list-connections'

export const metadata: Metadata = { title: 'Connections' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ConnectionsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const page = PageRequest.catch({ limit: 50 }).parse(await searchParams)
  const { items, nextCursor } = await orNotFound(listConnections(actor, { org, page }))
  const addHref = can(membership.role, 'connection:write') ? paths.newConnection(org) : null
  const isWhole = nextCursor === null && page.cursor === undefined
  return (
    <>
      <PageHeading
        title={connectionsTitle(items, isWhole)}
        sub="Sources that posture is read from, with rights to read and no more. What a source refuses is named here and stays unknown."
        actions={
          <>
            <ExportMenu
              org={org}
              tables={[
                { table: 'connections', title: 'Connections' },
                { table: 'resources', title: 'Resources they read' },
              ]}
            />
            <LinkButton href={paths.runs(org)}>Runs</LinkButton>
            <LinkButton href={paths.importFindings(org)}>Import findings</LinkButton>
            <LinkButton href={paths.newPlan(org)}>Hand in a plan</LinkButton>
            {addHref ? (
              <LinkButton variant="primary" href={addHref}>
                Connect a source
              </LinkButton>
            ) : null}
          </>
        }
      />
      {items.length === 0 ? (
        <ConnectionsEmpty addHref={addHref} />
      ) : (
        <Card title="Sources">
          <ConnectionTable org={org} connections={items} />
          {isWhole ? null : (
            <Pagination
              summary={`${items.length} shown, by name`}
              firstHref={page.cursor ? paths.connections(org) : null}
              nextHref={nextCursor ? paths.connections(org, { cursor: nextCursor }) : null}
            />
          )}
        </Card>
      )}
    </>
  )
}
