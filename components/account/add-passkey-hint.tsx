import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

/** For whoever came by a one-time link and has no way to come back: quiet, and where they arrive. */
export const AddPasskeyHint = () => (
  <Callout
    className="mb-4 print:hidden"
    title="Add a passkey so that you can come back"
    actions={
      <LinkButton size="sm" href={`${paths.account()}#passkeys`}>
        Add a passkey
      </LinkButton>
    }
  >
    You came by a one-time link, which will not work again.
  </Callout>
)
