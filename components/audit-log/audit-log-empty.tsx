import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Either a filter leaves nothing, or nothing was done yet. */
export const AuditLogEmpty = ({ clearHref }: { clearHref: string | null }) =>
  clearHref ? (
    <EmptyState title="No act matches" actions={<LinkButton href={clearHref}>Clear the filters</LinkButton>}>
      The log holds acts, but none that match the filters above.
    </EmptyState>
  ) : (
    <EmptyState title="No act is logged yet">Everything that anybody changes here is written down.</EmptyState>
  )
