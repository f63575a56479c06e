import { blobStore } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { customFrameworkId } from '@/lib/model/requirement'
import { authorize } from './authorize'
import { refuseUngranted } from './granted-frameworks'

/** The OSCAL file a framework came from, compared with its hash before the first byte is given out. Throws not-found. */
export async function readFrameworkDocument(
  actor: Actor,
  { org, id }: { org: string; id: string },
): Promise<{ fileName: string; content: Buffer }> {
  const here = await authorize(actor, org, 'requirement:read')
  const { fileName, sha256 } = await forOrganization(here.organizationId, async (store) => {
    const framework = await store.customFrameworks.byId(parseId(id))
    await refuseUngranted(store, actor, here, customFrameworkId(framework.slug))
    return framework
  })
  return { fileName, content: await blobStore(here.organizationId).read(sha256) }
}
