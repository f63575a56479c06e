import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

/** To one's own passkeys, sessions and roles, from the user's menu. */
export const AccountLink = () => (
  <LinkButton size="sm" href={paths.account()}>
    Your account
  </LinkButton>
)
