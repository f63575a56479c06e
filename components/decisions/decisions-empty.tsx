import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Either a filter leaves nothing, or nothing was decided yet. */
export const DecisionsEmpty = ({ clearHref }: { clearHref: string | null }) =>
  clearHref ? (
    <EmptyState title="No decision matches" actions={<LinkButton href={clearHref}>Show all decisions</LinkButton>}>
      Decisions are kept, but none with this answer.
    </EmptyState>
  ) : (
    <EmptyState title="No decision is kept yet">
      Every change and every refusal is written down, and one of a hundred reads that were allowed.
    </EmptyState>
  )
