import { LocalTime } from '@/components/ui/local-time'
import { Tag } from '@/components/ui/tag'
import type { Passkey } from '@/lib/model/passkey'
import { countText } from '@/lib/presentation/number'
import { RemovePasskey } from './remove-passkey'
import { RenamePasskey } from './rename-passkey'

/** One passkey in a line: its name, where its key lives, when it was used, and what can be done with it. */
export const PasskeyRow = ({ passkey, isLastWay }: { passkey: Passkey; isLastWay: boolean }) => (
  <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-3 first:pt-0 last:border-b-0 last:pb-0">
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium [overflow-wrap:anywhere]">{passkey.name}</span>
        <Keeping passkey={passkey} />
      </p>
      <p className="mt-0.5 text-ink-3 text-xs">
        Added <LocalTime instant={passkey.createdAt} show="date" /> ·{' '}
        {passkey.lastUsedAt ? (
          <>
            last used <LocalTime instant={passkey.lastUsedAt} />
          </>
        ) : (
          'never used'
        )}{' '}
        ·{' '}
        {passkey.counter === null
          ? 'keeps no count of its uses'
          : `its counter stands at ${countText(passkey.counter)}`}
      </p>
    </div>
    <div className="flex gap-2">
      <RenamePasskey passkey={passkey} />
      <RemovePasskey passkey={passkey} isLastWay={isLastWay} />
    </div>
  </li>
)

function Keeping({ passkey: { deviceBound, backedUp } }: { passkey: Passkey }) {
  if (deviceBound) return <Tag title="Its key never leaves the device that made it">bound to one device</Tag>
  return backedUp ? (
    <Tag title="Its key is also kept in an account that joins several devices">backed up</Tag>
  ) : (
    <Tag tone="unknown" title="Its key may be copied to other devices, but is not yet">
      not backed up
    </Tag>
  )
}
