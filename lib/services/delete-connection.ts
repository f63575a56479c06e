import { snapshotFiles } from '@/lib/db/snapshot-files'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ConnectionHoldings } from '@/lib/model/connection-view'
import type { RecordKind } from '@/lib/model/record-kind'
import { authorize } from './authorize'
import { daysOver, refuseWhileHeld } from './refuse-while-held'

/** A connection may hold a million findings. */
const TIMEOUT_MS = 10 * 60_000
/** What goes with it and a hold may cover. */
const HELD: readonly RecordKind[] = ['snapshots', 'run-logs', 'resolved-findings']

/**
 * Deletes a connection with its runs, snapshots, verdicts and findings, and says how many went. Throws not-found, and
 * conflict while a run of it has not ended or a hold covers it.
 */
export async function deleteConnection(
  actor: Actor,
  { org, id }: { org: string; id: string },
): Promise<ConnectionHoldings> {
  const admitted = await authorize(actor, org, 'connection:delete')
  const { holdings, unused } = await forOrganization(
    admitted,
    async (store) => {
      const { connections, connectionRemoval, runs, audit } = store
      const before = await connections.get(parseId(id))
      if ((await runs.goingOn(before.id)) !== null) {
        throw new AppError('conflict', { detail: 'A run of this connection has not ended. Cancel it first.' })
      }
      await refuseWhileHeld(
        store,
        HELD,
        daysOver([before.createdAt.slice(0, 10), new Date().toISOString().slice(0, 10)]),
      )
      const holdings = await connectionRemoval.holdings(before.id)
      const files = await connectionRemoval.files(before.id)
      await connectionRemoval.remove(before.id)
      const detail = { name: before.name, kind: before.settings.kind, ...holdings }
      await audit.append(actor, { action: 'connection.deleted', subject: before.id, detail, before })
      const used = new Set(await connectionRemoval.filesInUse(files))
      return { holdings, unused: files.filter((file) => !used.has(file)) }
    },
    { timeoutMs: TIMEOUT_MS },
  )
  // Only once nothing can bring the rows back.
  for (const file of unused) await snapshotFiles(admitted.organizationId).forget(file)
  return holdings
}
