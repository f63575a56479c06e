import { readWithoutTenant } from '@/lib/db/read-scope'
import { identityProvidersOf } from '@/lib/db/repositories/identity-providers'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { GroupRoles } from '@/lib/model/group-role'
import { authorize } from './authorize'

/** What groups are worth in the organization, and the providers whose groups can be. Throws not-found, forbidden. */
export async function listGroupRoles(actor: Actor, { org }: { org: string }): Promise<GroupRoles> {
  const { organizationId } = await authorize(actor, org, 'member:read')
  const [items, providers] = await Promise.all([
    forOrganization(organizationId, ({ groupRoles }) => groupRoles.list()),
    readWithoutTenant(identityProvidersOf),
  ])
  return {
    items,
    providers: providers.map(({ id, name, groupClaim }) => ({ id, name, listsGroups: groupClaim !== null })),
  }
}
