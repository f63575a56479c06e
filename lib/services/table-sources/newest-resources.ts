import { forOrganization } from '@/lib/db/store'
import type { ResourceRow } from '@/lib/evidence/tables/resources'
import { AppError } from '@/lib/kernel/app-error'
import { pagesOf } from '../pages-of'
import { readSnapshot, resourcesOf } from '../snapshot-parts'

type Newest = { connectionName: string; sha256: string; readAt: string }

/**
 * Every resource in the newest snapshot of each connection, or of one, part by part: a part is in memory, never more.
 * Throws not-found for a connection that is not there.
 */
export async function newestResources(
  organizationId: string,
  connection: string | undefined,
): Promise<AsyncIterable<readonly ResourceRow[]>> {
  const newest: Newest[] = []
  let known = connection === undefined
  for await (const page of await pagesOf((page) => snapshotsOf(organizationId, page)))
    for (const { id, found } of page) {
      if (connection !== undefined && id !== connection) continue
      known = true
      if (found) newest.push(found)
    }
  if (!known) throw new AppError('not-found')
  return rowsOf(organizationId, newest)
}

const snapshotsOf = (organizationId: string, page: { limit: number; cursor?: string | undefined | null }) =>
  forOrganization(organizationId, async ({ connections, runs }) => {
    const { items, nextCursor } = await connections.page({}, { limit: page.limit, cursor: page.cursor ?? undefined })
    const found: { id: string; found: Newest | null }[] = []
    for (const { id, name, latestRunId } of items) {
      const run = latestRunId === null ? null : await runs.executed(latestRunId)
      const isRead = run?.snapshot && run.finishedAt
      found.push({
        id,
        found: isRead ? { connectionName: name, sha256: run.snapshot ?? '', readAt: run.finishedAt ?? '' } : null,
      })
    }
    return { items: found, nextCursor }
  })

async function* rowsOf(organizationId: string, newest: readonly Newest[]): AsyncGenerator<readonly ResourceRow[]> {
  for (const from of newest) {
    const snapshot = await readSnapshot(organizationId, from.sha256)
    for (const account of new Set(snapshot.parts.map((part) => part.account)))
      for await (const part of resourcesOf(organizationId, snapshot, account))
        yield part.map((resource) => ({ ...resource, ...from }))
  }
}
