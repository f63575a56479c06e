import type { Metadata } from 'next'
import { FrameworkTable } from '@/components/frameworks/framework-table'
import { FrameworkWizard } from '@/components/import/framework/framework-wizard'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { MAPPING_NOTE } from '@/lib/framework/standards'
import { frameworksTitle } from '@/lib/presentation/framework'
import { listFrameworks } from '@/lib/services/list-frameworks'

export const metadata: Metadata = { title: 'Frameworks' }

export default async function FrameworksPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const frameworks = await orNotFound(listFrameworks(actor, { org }))
  const own = frameworks.filter((one) => one.own !== null)
  const mayImport = can(membership.role, 'custom-framework:write')
  return (
    <>
      <PageHeading
        title={frameworksTitle(frameworks)}
        sub="What audits, evidence packs and reports can be about. A requirement is followed through the capabilities that speak to it."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {own.length === 0 ? (
          <EmptyState title="No framework of your own yet">
            {mayImport
              ? 'A policy, a contract or a baseline that is written as an OSCAL catalog or profile stands beside the built-in ones.'
              : 'An assessor or an administrator of this organization can import one.'}
          </EmptyState>
        ) : (
          <Card title="Your own" note="Imported from OSCAL. Mapped by the product where ids allow, and by people.">
            <FrameworkTable org={org} caption="Frameworks of the organization’s own" frameworks={own} />
          </Card>
        )}
        {mayImport ? <FrameworkWizard org={org} /> : null}
        <Card
          title="Come with the product"
          note={`${MAPPING_NOTE} Of a standard, requirements that a capability touches.`}
        >
          <FrameworkTable
            org={org}
            caption="Frameworks that come with the product"
            frameworks={frameworks.filter((one) => one.own === null)}
          />
        </Card>
      </div>
    </>
  )
}
