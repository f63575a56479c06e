import { ConnectionForm } from '@/components/connections/connection-form'
import { SecretCard } from '@/components/connections/secret-card'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/can'
import { secretKindOf } from '@/lib/presentation/connection'
import type { TabProps } from './tab-props'

/** What can be changed of a connection, and its credentials. */
export function SettingsTab({ org, connection, deployments, role }: TabProps) {
  const secretKind = secretKindOf(connection.settings)
  return (
    <div className="grid gap-4">
      <Card
        title="Name, scope and schedule"
        note="Credentials that are kept are forgotten when they would be sent to another address or role."
      >
        <ConnectionForm
          key={connection.updatedAt}
          org={org}
          kind={connection.settings.kind}
          connection={connection}
          deployments={deployments.map(({ id, name }) => ({ id, name }))}
        />
      </Card>
      {secretKind && can(role, 'connection:credentials') ? (
        <SecretCard org={org} id={connection.id} kind={secretKind} hasSecret={connection.hasSecret} />
      ) : null}
    </div>
  )
}
