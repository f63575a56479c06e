import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { EvidencePack } from '@/lib/model/evidence-pack'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'
import { isWithin } from './pack-access'

/**
 * The organization's packs, newest first; an auditor let in for a scope sees those they asked for themselves. Throws
 * not-found, forbidden, invalid (cursor).
 */
export async function listPacks(
  actor: Actor,
  { org, page }: { org: string; page: PageRequest },
): Promise<Page<EvidencePack>> {
  const admitted = await authorize(actor, org, 'evidence-pack:read')
  const { organizationId, scoped } = admitted
  return forOrganization(organizationId, async (store) => {
    const found = await store.evidencePacks.page(page, scoped ? (actor.userId ?? organizationId) : undefined)
    if (!scoped) return found
    const seen = await Promise.all(found.items.map((pack) => isWithin(store, actor, admitted, pack)))
    return { ...found, items: found.items.filter((_, i) => seen[i]) }
  })
}
