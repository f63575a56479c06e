import { loadedWith } from '@/lib/db/repositories/scenarios'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'

/** Slugs of the actor's organizations that hold all of a scenario's generated data. */
export async function listScenarioOrganizations(actor: Actor, { scenario }: { scenario: string }): Promise<string[]> {
  const ids = actor.memberships.map((membership) => membership.organizationId)
  const loaded = await forOrganizations(ids, (tx) => loadedWith(tx, ids, scenario))
  return actor.memberships.filter(({ organizationId }) => loaded.has(organizationId)).map(({ slug }) => slug)
}
