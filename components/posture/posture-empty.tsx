import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Nothing was measured: why, and the next step. None is not a stage of Traditional. */
export const PostureEmpty = ({ org, editable }: { org: string; editable: boolean }) => (
  <EmptyState
    title="No run has ended yet"
    actions={
      editable ? (
        <LinkButton variant="primary" href={`/${org}/connections/new`}>
          Connect a source
        </LinkButton>
      ) : null
    }
  >
    Connect a cloud account or a cluster, or hand in a plan. After its first run this page shows, capability by
    capability, which stage the checks support, what they counted, and what could not be read.
  </EmptyState>
)
