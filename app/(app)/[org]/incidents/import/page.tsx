import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportWizard } from '@/components/import/import-wizard'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { paths } from '@/lib/queries/paths'
import { listDeployments } from '@/lib/services/list-deployments'

export const metadata: Metadata = { title: 'Import incidents' }

type Props = { params: Promise<{ org: string }> }

export default async function ImportIncidentsPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'incident:import')) notFound()
  const deployments = await listDeployments(actor, { org })
  return (
    <>
      <PageHeading
        title="Import incidents"
        sub={`Into ${membership.name}. Nothing is written until you have seen what would be, and an import can be undone.`}
      />
      <ImportWizard
        org={org}
        kind="incidents"
        deployments={deployments.map(({ slug, name }) => ({ slug, name }))}
        listHref={paths.incidents(org)}
        importsHref={paths.imports(org)}
      />
    </>
  )
}
