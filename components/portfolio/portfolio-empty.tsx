import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

/** Either the filters leave nothing, or this person belongs to no organization yet. */
export const PortfolioEmpty = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState
      title="No organization matches"
      actions={<LinkButton href={paths.portfolio()}>Clear the filters</LinkButton>}
    >
      The filters above leave nothing to show. Nothing is hidden for another reason.
    </EmptyState>
  ) : (
    <EmptyState
      title="You belong to no organization yet"
      actions={
        <LinkButton variant="primary" href={paths.newOrganization()}>
          Create an organization
        </LinkButton>
      }
    >
      Create one, then add a deployment and import a file of incidents. Or ask an administrator to add you to theirs.
    </EmptyState>
  )
