import { packFiles } from '@/lib/db/pack-files'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { packFor } from './pack-access'

/**
 * Ends a pack that is not finished: whoever builds it stops within a second, and nothing of it stays. One that was
 * cancelled already stays so. Throws not-found, conflict when it has ended otherwise.
 */
export async function cancelPack(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const admitted = await authorize(actor, org, 'evidence-pack:export')
  const packId = parseId(id)
  const wasQueued = await forOrganization(admitted, async (store) => {
    const { state } = await packFor(store, actor, admitted, packId)
    if (state === 'cancelled') return false
    if (!(await store.evidencePacks.cancel(packId, actor.name, new Date()))) {
      throw new AppError('conflict', { detail: `The pack has ended already: it is ${state}.` })
    }
    await store.audit.append(actor, { action: 'evidence-pack.cancelled', subject: packId })
    return state === 'queued'
  })
  if (wasQueued) await packFiles(admitted.organizationId).clear(packId)
}
