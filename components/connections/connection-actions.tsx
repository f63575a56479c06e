import { LinkButton } from '@/components/ui/link-button'
import { can } from '@/lib/access/can'
import type { Role } from '@/lib/model/actor'
import type { ConnectionView } from '@/lib/model/connection-view'
import { isRead } from '@/lib/presentation/connection'
import { isGoing } from '@/lib/presentation/run'
import { paths } from '@/lib/queries/paths'
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
      {settings.kind === 'terraform' && can(role, 'run:start') ? (
        <LinkButton variant="primary" href={paths.newPlan(org, name)}>
          Hand in a plan
        </LinkButton>
      ) : null}
      {settings.kind === 'findings' && can(role, 'finding:import') ? (
        <LinkButton variant="primary" href={paths.importFindings(org, { connection: name })}>
          Import findings
        </LinkButton>
      ) : null}
      {can(role, 'run:start') && read && pausedAt === null && !going ? <RunNow org={org} id={id} /> : null}
    </>
  )
}
