import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Without a deployment there is no baseline, no reading and nothing to assess. */
export const DeploymentsEmpty = ({ addHref }: { addHref: string | null }) => (
  <EmptyState
    title="No deployment yet"
    actions={
      addHref ? (
        <LinkButton variant="primary" href={addHref}>
          Add the first deployment
        </LinkButton>
      ) : null
    }
  >
    {addHref
      ? 'Say where the rollout happens and when each layer began and went live. Assessments and before and after views start from it.'
      : 'An assessor or an administrator of this organization can add one.'}
  </EmptyState>
)
