import { blobStore } from '@/lib/db/blobs'
import type { Store } from '@/lib/db/store'

/**
 * Removes the files that no evidence names any more. Call it last in the transaction: if the commit failed after it, a
 * record would name missing bytes, which a download reports. Locks in one order, so that two callers never wait in a ring.
 */
export async function dropUnusedFiles({ organizationId, evidence }: Store, files: readonly string[]): Promise<void> {
  for (const sha256 of [...new Set(files)].sort()) {
    await evidence.lockFile(sha256)
    if (!(await evidence.isUsed(sha256))) await blobStore(organizationId).remove(sha256)
  }
}
