import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'

/**
 * Removes a framework of the organization's own, its mapping and its file. Throws not-found, and conflict while an audit
 * engagement, a request of an auditor or an evidence pack is about it.
 */
export async function deleteCustomFramework(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const admitted = await authorize(actor, org, 'custom-framework:write')
  await forOrganization(admitted, async (store) => {
    const { slug } = await store.customFrameworks.byId(parseId(id))
    await store.customFrameworks.lock(slug)
    const { content: _, mapping: __, ...before } = await store.customFrameworks.get(slug)
    const { engagements, requests, packs } = await store.customFrameworks.uses(slug)
    if (engagements + requests + packs > 0)
      throw new AppError('conflict', {
        detail: `The framework is what ${engagements} audit engagements, ${requests} requests of auditors and ${packs} evidence packs are about, so it stays. Import a later version over it instead.`,
      })
    await store.customFrameworks.remove(slug)
    await store.audit.append(actor, { action: 'framework.deleted', subject: before.id, detail: { slug }, before })
    await dropUnusedFiles(store, [before.sha256])
  })
}
