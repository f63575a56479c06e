import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** Wraps an organization's data keys with the key that seals now; returns how many were not. Throws as authorize does. */
export async function rewrapOrganizationKeys(actor: Actor, org: string): Promise<number> {
  const admitted = await authorize(actor, org, 'key:rotate')
  return forOrganization(admitted, async ({ secrets, audit }) => {
    const { ref, ids } = await secrets.rewrap()
    for (const id of ids) {
      await audit.append(actor, { action: 'data-key.rewrapped', subject: id, detail: { wrappedBy: ref } })
    }
    return ids.length
  })
}
