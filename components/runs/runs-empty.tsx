import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Without a run nothing was read; with a filter, nothing that fits it. */
export const RunsEmpty = ({ connectionsHref, clearHref }: { connectionsHref: string; clearHref: string | null }) =>
  clearHref === null ? (
    <EmptyState
      title="No runs yet"
      actions={
        <LinkButton variant="primary" href={connectionsHref}>
          Connections
        </LinkButton>
      }
    >
      A run reads one source and judges what it read. Connect a source first, or start a run of one.
    </EmptyState>
  ) : (
    <EmptyState title="No run fits" actions={<LinkButton href={clearHref}>Show all runs</LinkButton>}>
      No run of this organization has this state and connection.
    </EmptyState>
  )
