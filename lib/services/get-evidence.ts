import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Evidence } from '@/lib/model/evidence'
import { authorize } from './authorize'

/** One piece of evidence by its id. Throws not-found. */
export async function getEvidence(actor: Actor, { org, id }: { org: string; id: string }): Promise<Evidence> {
  const { organizationId } = await authorize(actor, org, 'evidence:read')
  return forOrganization(organizationId, async (store) => (await store.evidence.get(parseId(id))).evidence)
}
