import { readWithoutTenant } from '@/lib/db/read-scope'
import { identityProvidersOf } from '@/lib/db/repositories/identity-providers'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { GroupRole, GroupRoleInput } from '@/lib/model/group-role'
import { authorize } from './authorize'

type Input = { org: string; groupRole: GroupRoleInput }

const refused = (reason: string): AppError =>
  new AppError('invalid', { detail: `provider: ${reason}`, problems: [{ field: 'provider', reason }] })

/**
 * Gives everybody whom a provider says is in a group a role here, from their next single sign-on. Throws not-found,
 * forbidden, step-up, conflict when the group has a role already, invalid for a provider that is none or lists no groups.
 */
export async function addGroupRole(actor: Actor, { org, groupRole }: Input): Promise<GroupRole> {
  const here = await authorize(actor, org, 'member:write')
  const provider = (await readWithoutTenant(identityProvidersOf)).find(({ id }) => id === groupRole.provider)
  if (!provider) throw refused('is not set up in this installation')
  if (provider.groupClaim === null) throw refused('lists no groups; whoever runs this installation can change that')
  return forOrganization(here, async ({ groupRoles, audit }) => {
    const after = await groupRoles.add(groupRole)
    await audit.append(actor, { action: 'group-role.added', subject: after.id, detail: groupRole, after })
    return after
  })
}
