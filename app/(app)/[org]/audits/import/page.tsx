import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportWizard } from '@/components/import/import-wizard'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { paths } from '@/lib/queries/paths'
import { listDeployments } from '@/lib/services/list-deployments'

export const metadata: Metadata = { title: 'Import audits' }

type Props = { params: Promise<{ org: string }> }

export default async function ImportAuditsPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'compliance-audit:import')) notFound()
  const deployments = await listDeployments(actor, { org })
  return (
    <>
      <PageHeading
        title="Import audits"
        sub={`Into ${membership.name}. Nothing is written until you have seen what would be, and an import can be undone.`}
      />
      <ImportWizard
        org={org}
        kind="audits"
        deployments={deployments.map(({ slug, name }) => ({ slug, name }))}
        listHref={paths.audits(org)}
        importsHref={paths.imports(org)}
      />
    </>
  )
}
