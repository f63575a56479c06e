import type { Store } from '@/lib/db/store'
import type { Connection } from '@/lib/model/connection'
import type { ConnectionView } from '@/lib/model/connection-view'
import { nextTimes } from './schedule'

const TIMES_SHOWN = 3

/** Connections with their newest run and when they run next. */
export async function viewConnections(
  { runList }: Pick<Store, 'runList'>,
  connections: readonly Connection[],
): Promise<ConnectionView[]> {
  const latest = await runList.latestOf(connections.map(({ id }) => id))
  const now = new Date()
  return connections.map((connection) => ({
    ...connection,
    lastRun: latest.get(connection.id) ?? null,
    nextRuns:
      connection.schedule === null || connection.pausedAt !== null
        ? []
        : nextTimes(connection.schedule, now, TIMES_SHOWN),
  }))
}

export async function viewConnection(store: Pick<Store, 'runList'>, connection: Connection): Promise<ConnectionView> {
  const [view] = await viewConnections(store, [connection])
  return view ?? { ...connection, lastRun: null, nextRuns: [] }
}
