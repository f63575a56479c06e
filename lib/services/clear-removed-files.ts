import { packFiles } from '@/lib/db/pack-files'
import { snapshotFiles } from '@/lib/db/snapshot-files'
import { forOrganization } from '@/lib/db/store'
import type { Removal } from '@/lib/model/removal'
import { dropUnusedFiles } from './drop-unused-files'

/**
 * Removes the files of what a removal marked, once that is committed, but for those that something else still names. Done
 * again after a crash it comes to the same.
 */
export async function clearRemovedFiles(organizationId: string, { removed }: Removal): Promise<void> {
  if (!removed) return
  const at = new Date(removed.begunAt)
  const { snapshots, packs } = await forOrganization(organizationId, async (store) => {
    await dropUnusedFiles(store, await store.recordRemoval.evidenceFiles(at))
    return {
      snapshots: await store.recordRemoval.snapshotFiles(at),
      packs: await store.recordRemoval.packFiles(at),
    }
  })
  for (const file of snapshots) await snapshotFiles(organizationId).forget(file)
  for (const id of packs) await packFiles(organizationId).remove(id)
}
