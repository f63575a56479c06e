import { ConnectionFacts } from '@/components/connections/connection-facts'
import { SelfTestCard } from '@/components/connections/self-test-card'
import { RunTable } from '@/components/runs/run-table'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { can } from '@/lib/access/can'
import { isRead, noRunText } from '@/lib/presentation/connection'
import { paths } from '@/lib/queries/paths'
import { listRuns } from '@/lib/services/list-runs'
import type { TabProps } from './tab-props'

const RUNS_SHOWN = 10

/** How the connection has been going, what it may read and what it is. */
export async function OverviewTab({ actor, org, connection, deployments, role }: TabProps) {
  const page = { limit: RUNS_SHOWN }
  const { items, nextCursor } = await listRuns(actor, { org, filter: { connection: connection.id }, page })
  const deployment = deployments.find(({ id }) => id === connection.deploymentId)?.name ?? null
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-4">
        <Card title="Runs" note="Newest first.">
          {items.length === 0 ? (
            <p className="text-ink-3 text-sm">{noRunText(connection.settings.kind)}</p>
          ) : (
            <RunTable org={org} runs={items} withConnection={false} />
          )}
          {nextCursor ? (
            <p className="mt-3 text-sm">
              <TextLink href={paths.runs(org, { connection: connection.id })}>All runs</TextLink>
            </p>
          ) : null}
        </Card>
        {isRead(connection.settings.kind) ? (
          <SelfTestCard org={org} connection={connection} testable={can(role, 'connection:write')} />
        ) : null}
      </div>
      <ConnectionFacts connection={connection} deployment={deployment} />
    </div>
  )
}
