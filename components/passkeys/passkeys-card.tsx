import { Card } from '@/components/ui/card'
import type { Passkey } from '@/lib/model/passkey'
import { AddPasskey } from './add-passkey'
import { PasskeyRow } from './passkey-row'
import { PasskeysEmpty } from './passkeys-empty'

type Props = {
  passkeys: readonly Passkey[]
  /** Whether there is another way back in: single sign-on. */
  hasProvider: boolean
}

/** One's own passkeys: what each is, where it lives, and when it was used. */
export const PasskeysCard = ({ passkeys, hasProvider }: Props) => (
  <Card
    id="passkeys"
    title="Your passkeys"
    note="Each signs you in and confirms sensitive acts. Two on different devices save you from losing one."
    aside={passkeys.length > 0 ? <AddPasskey /> : undefined}
  >
    {passkeys.length === 0 ? (
      <PasskeysEmpty hasProvider={hasProvider} />
    ) : (
      <ul>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} isLastWay={passkeys.length === 1 && !hasProvider} />
        ))}
      </ul>
    )}
  </Card>
)
