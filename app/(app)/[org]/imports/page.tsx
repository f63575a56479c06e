import type { Metadata } from 'next'
import { ExportMenu } from '@/components/export/export-menu'
import { ImportTable } from '@/components/imports/import-table'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { importsTitle } from '@/lib/presentation/imports-title'
import { paths } from '@/lib/queries/paths'
import { listImports } from '@/lib/services/list-imports'

export const metadata: Metadata = { title: 'Imports' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const page = PageRequest.catch({ limit: 50 }).parse(await searchParams)
  const { items, nextCursor } = await orNotFound(listImports(actor, { org, page }))
  return (
    <>
      <PageHeading
        title={importsTitle(items)}
        sub="Every file that was taken in, what it changed and what it did not take. An import can be undone while no later one built upon it."
        actions={<ExportMenu org={org} tables={[{ table: 'imports' }]} />}
      />
      {items.length === 0 ? (
        <EmptyState title="No imports yet">Incidents and audits each have an import of their own.</EmptyState>
      ) : (
        <Card title="Files">
          <ImportTable org={org} batches={items} undoable={can(membership.role, 'import:undo')} />
          <Pagination
            summary={`${items.length} shown, newest first`}
            firstHref={page.cursor ? paths.imports(org) : null}
            nextHref={nextCursor ? paths.imports(org, { cursor: nextCursor }) : null}
          />
        </Card>
      )}
    </>
  )
}
