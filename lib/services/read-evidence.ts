import { blobStore } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Evidence } from '@/lib/model/evidence'
import { authorize } from './authorize'

/**
 * A file's bytes, compared with its hash before the first is given out. Throws not-found (also for a link), and internal
 * when what is stored is no longer what was uploaded.
 */
export async function readEvidence(
  actor: Actor,
  { org, id }: { org: string; id: string },
): Promise<{ evidence: Evidence; content: Buffer }> {
  const { organizationId } = await authorize(actor, org, 'evidence:read')
  const { evidence } = await forOrganization(organizationId, (store) => store.evidence.get(parseId(id)))
  if (evidence.sha256 === null) throw new AppError('not-found', { detail: 'This evidence is a link, not a file.' })
  return { evidence, content: await blobStore(organizationId).read(evidence.sha256) }
}
