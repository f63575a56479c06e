import { can } from '@/lib/access/can'
import type { Role } from '@/lib/model/actor'
import type { ConnectionView } from '@/lib/model/connection-view'
import { isRead } from '@/lib/presentation/connection'
import { isGoing } from '@/lib/presentation/run'
import { DeleteConnection } from './delete-connection'
import { PauseConnection } from './pause-connection'
import { RunNow } from './run-now'

type Props = { org: string; connection: ConnectionView; role: Role }

/** What this person may do with a connection now. */
export function ConnectionActions({ org, connection: { id, name, settings, pausedAt, lastRun }, role }: Props) {
  const going = lastRun !== null && isGoing(lastRun.state)
  const read = isRead(settings.kind)
  return (
    <>
      {can(role, 'connection:delete') && !going ? <DeleteConnection org={org} id={id} name={name} /> : null}
      {can(role, 'connection:write') && read ? (
        <PauseConnection org={org} id={id} isPaused={pausedAt !== null} />
      ) : null}
      {can(role, 'run:start') && read && pausedAt === null && !going ? <RunNow org={org} id={id} /> : null}
    </>
  )
}
