import { blobStore } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { RequestFile } from '@/lib/model/audit-request'
import { authorize } from './authorize'
import { requestSight } from './request-sight'

type Input = { org: string; id: string; now?: Date }

/**
 * A file that came with an answer, compared with its hash before the first byte is given out; each time is in the audit
 * log. Throws not-found, also for a request outside what an auditor was let in for.
 */
export async function readRequestFile(
  actor: Actor,
  { org, id, now = new Date() }: Input,
): Promise<{ file: RequestFile; content: Buffer }> {
  const admitted = await authorize(actor, org, 'audit-request:read')
  const file = await forOrganization(admitted, async (store) => {
    const found = await store.auditRequests.file(parseId(id), await requestSight(store, actor, admitted, now))
    const detail = { title: found.title, sha256: found.sha256, requestId: found.requestId }
    await store.audit.append(actor, { action: 'audit-request.file-read', subject: found.id, detail })
    return found
  })
  return { file, content: await blobStore(admitted.organizationId).read(file.sha256) }
}
