import { RunNow } from '@/components/connections/run-now'
import { SecretCard } from '@/components/connections/secret-card'
import { SelfTestCard } from '@/components/connections/self-test-card'
import { SetupCard } from '@/components/connections/setup-card'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/can'
import { missingOf, secretKindOf } from '@/lib/presentation/connection'
import { getConnectionSetup } from '@/lib/services/connection-setup'
import type { TabProps } from './tab-props'

/** From rights at the source to the first run. */
export async function SetupTab({ actor, org, connection, role }: TabProps) {
  const setup = await getConnectionSetup(actor, { org, id: connection.id })
  const secretKind = secretKindOf(connection.settings)
  const missing = missingOf(connection).length
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <div className="grid min-w-0 gap-4">
        {setup.steps.length > 0 ? <SetupCard org={org} id={connection.id} setup={setup} /> : null}
        {secretKind && can(role, 'connection:credentials') ? (
          <SecretCard org={org} id={connection.id} kind={secretKind} hasSecret={connection.hasSecret} />
        ) : null}
      </div>
      <div className="grid min-w-0 gap-4">
        <SelfTestCard org={org} connection={connection} testable={can(role, 'connection:write')} />
        {can(role, 'run:start') && connection.pausedAt === null ? (
          <Card
            title={connection.lastRun ? 'Read it again' : 'The first run'}
            note={
              missing > 0
                ? 'It can be read with permissions missing: what they would show stays unknown.'
                : 'Reads the source once, now.'
            }
          >
            <RunNow org={org} id={connection.id} label={connection.lastRun ? 'Run now' : 'Start the first run'} />
          </Card>
        ) : null}
      </div>
    </div>
  )
}
