import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { daysOver, refuseWhileHeld } from './refuse-while-held'

/**
 * Removes a deployment that holds no facts. Throws not-found, and conflict while assessments or records belong to it or a
 * hold covers everything.
 */
export async function deleteDeployment(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const admitted = await authorize(actor, org, 'deployment:delete')
  await forOrganization(admitted, async (store) => {
    const { deployments, audit } = store
    const before = await deployments.get(parseId(id))
    await refuseWhileHeld(store, [], daysOver([before.createdAt.slice(0, 10), new Date().toISOString().slice(0, 10)]))
    await deployments.remove(before.id)
    await audit.append(actor, { action: 'deployment.deleted', subject: before.id, detail: { before }, before })
  })
}
