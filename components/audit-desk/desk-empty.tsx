import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'

/** For an auditor whose grants have all ended: nothing is shown, and nothing of what was. */
export const DeskEmpty = ({ organization }: { organization: string }) => (
  <>
    <PageHeading title="Nothing is open to you" />
    <EmptyState title={`You have no audit at ${organization} that runs`}>
      What you were let in for has ended, or has not been given yet. Ask an administrator of the organization.
    </EmptyState>
  </>
)
