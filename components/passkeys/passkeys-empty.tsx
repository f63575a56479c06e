import { EmptyState } from '@/components/ui/empty-state'
import { AddPasskey } from './add-passkey'

/** Nothing to come back with, or only a provider. */
export const PasskeysEmpty = ({ hasProvider }: { hasProvider: boolean }) => (
  <EmptyState title="No passkeys yet" actions={<AddPasskey variant="primary" />}>
    {hasProvider
      ? 'You can come back by single sign-on. A passkey is quicker when something sensitive has to be confirmed.'
      : 'Without one you need a new sign-in link each time. Your device keeps it; your finger, face or PIN opens it.'}
  </EmptyState>
)
