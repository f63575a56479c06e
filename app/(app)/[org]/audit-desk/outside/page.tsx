import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { paths } from '@/lib/queries/paths'

export const metadata: Metadata = { title: 'Not part of the audit' }

export default async function OutsideAuditPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params
  const { membership } = await requireDeskMember(org)
  return (
    <>
      <PageHeading title="This page is not part of the audit" />
      <EmptyState
        title={`You were let in to ${membership.name} for certain frameworks and a period`}
        actions={
          <LinkButton variant="primary" href={paths.auditDesk(org)}>
            Back to the audit desk
          </LinkButton>
        }
      >
        What lies within them is on the audit desk. If you need more, ask an administrator of the organization.
      </EmptyState>
    </>
  )
}
