import { loadedWith } from '@/lib/db/repositories/scenarios'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import { authorizeEach } from './authorize'

/** Slugs of the actor's organizations that hold all of a scenario's generated data. */
export async function listScenarioOrganizations(actor: Actor, { scenario }: { scenario: string }): Promise<string[]> {
  const open = await authorizeEach(actor, ['organization:read'])
  const ids = open.map((membership) => membership.organizationId)
  const loaded = await forOrganizations(ids, (tx) => loadedWith(tx, ids, scenario))
  return open.filter(({ organizationId }) => loaded.has(organizationId)).map(({ slug }) => slug)
}
