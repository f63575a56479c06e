import type { Metadata } from 'next'
import { z } from 'zod'
import { ExportMenu } from '@/components/export/export-menu'
import { FindingsImports } from '@/components/import/findings/findings-imports'
import { FindingsWizard } from '@/components/import/findings/findings-wizard'
import { KnownFormats } from '@/components/import/findings/known-formats'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { findingImportsTitle } from '@/lib/presentation/finding-import'
import { paths } from '@/lib/queries/paths'
import { listFindingImports } from '@/lib/services/list-finding-imports'

export const metadata: Metadata = { title: 'Import findings' }

const Named = z.object({ connection: z.string().max(100).catch('') })

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ImportFindingsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const query = await searchParams
  const page = PageRequest.catch({ limit: 20 }).parse({ limit: 20, ...query })
  const { items, nextCursor } = await orNotFound(listFindingImports(actor, { org, page }))
  const mayImport = can(membership.role, 'finding:import')
  return (
    <>
      <PageHeading
        title={mayImport ? 'Import findings of another scanner' : findingImportsTitle(items)}
        sub={`Into ${membership.name}. A file is taken whole or not at all; what cannot be read of it is named.`}
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'finding-imports' }]} />
            <LinkButton href={paths.findings(org)}>Findings</LinkButton>
            <LinkButton href={paths.ruleMappings(org)}>How rules are mapped</LinkButton>
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {mayImport ? (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @4xl/main:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <FindingsWizard org={org} given={Named.parse(query).connection} />
            <KnownFormats org={org} />
          </div>
        ) : null}
        {items.length === 0 ? (
          <EmptyState title="No file was imported yet">
            {mayImport
              ? 'What a scanner found stands beside what our own checks found, with the file it came from.'
              : 'An assessor or an administrator of this organization can import what another scanner found.'}
          </EmptyState>
        ) : (
          <Card title="Earlier imports" note="Newest first. A file imported again opens nothing twice.">
            <FindingsImports org={org} imports={items} />
            <Pagination
              summary={`${items.length} shown, newest first`}
              firstHref={page.cursor ? paths.importFindings(org) : null}
              nextHref={nextCursor ? paths.importFindings(org, { cursor: nextCursor }) : null}
            />
          </Card>
        )}
      </div>
    </>
  )
}
