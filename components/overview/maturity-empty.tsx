import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Nothing approved yet: no score, which is not a score of zero. */
export const MaturityEmpty = ({ assessHref }: { assessHref: string | null }) => (
  <EmptyState
    title="No approved assessment yet"
    actions={
      assessHref ? (
        <LinkButton variant="primary" href={assessHref}>
          Go to the assessments
        </LinkButton>
      ) : null
    }
  >
    Maturity is shown once an assessment of this deployment was submitted and approved by somebody else. Until then
    there is no score, which is not a score of zero.
  </EmptyState>
)
