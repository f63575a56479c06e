import { blobStore } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Evidence } from '@/lib/model/evidence'
import { authorize } from './authorize'

/**
 * A file's bytes, compared with its hash before the first is given out. Throws not-found (also for a link and a removed file), and internal
 * when what is stored is no longer what was uploaded.
 */
export async function readEvidence(
  actor: Actor,
  { org, id }: { org: string; id: string },
): Promise<{ evidence: Evidence; content: Buffer }> {
  const { organizationId } = await authorize(actor, org, 'evidence:read')
  const { evidence, removedAt } = await forOrganization(organizationId, (store) => store.evidence.get(parseId(id)))
  if (evidence.sha256 === null) throw new AppError('not-found', { detail: 'This evidence is a link, not a file.' })
  if (removedAt !== null) {
    const detail = `The file was removed under a retention rule on ${removedAt.slice(0, 10)}. Its SHA-256 was ${evidence.sha256}.`
    throw new AppError('not-found', { detail })
  }
  return { evidence, content: await blobStore(organizationId).read(evidence.sha256) }
}
