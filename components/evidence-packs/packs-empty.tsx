import { EmptyState } from '@/components/ui/empty-state'

/** Without a pack: what one is, and who makes it. */
export const PacksEmpty = ({ canAsk }: { canAsk: boolean }) => (
  <EmptyState title="No evidence packs yet">
    A pack is one ZIP with everything about a framework and a period, hashed and signed, that an auditor can verify
    without Proofline. {canAsk ? 'Ask for one above.' : 'Auditors and administrators ask for them.'}
  </EmptyState>
)
