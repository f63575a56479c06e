import type { OwnedPack } from '@/lib/db/repositories/evidence-packs'
import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Admitted } from '@/lib/model/admission'
import { scopeAdmitted } from './scope-admitted'

/**
 * The pack of this id, for a member who may see it: an auditor let in for a scope sees what they asked for themselves, as
 * long as a grant of theirs holds all of its scope. Throws not-found for any other, which then looks absent.
 */
export async function packFor(store: Store, actor: Actor, membership: Admitted, id: string): Promise<OwnedPack> {
  const pack = await store.evidencePacks.get(id)
  if (!(await isWithin(store, actor, membership, pack))) throw new AppError('not-found')
  return pack
}

/** Whether a member may see a pack. */
export async function isWithin(store: Store, actor: Actor, membership: Admitted, pack: OwnedPack): Promise<boolean> {
  if (!membership.scoped) return true
  if (actor.userId === null || pack.requestedById !== actor.userId) return false
  const { framework, period, deploymentIds } = pack
  try {
    await scopeAdmitted(store, { actor, membership }, { framework, period, deploymentIds })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return false
    throw error
  }
}
