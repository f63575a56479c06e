import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/** A group gives no role any more, from its people's next single sign-on. Throws not-found, forbidden, step-up. */
export async function removeGroupRole(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const here = await authorize(actor, org, 'member:write')
  await forOrganization(here, async ({ groupRoles, audit }) => {
    const before = await groupRoles.remove(parseId(id))
    const { provider, group, role } = before
    await audit.append(actor, {
      action: 'group-role.removed',
      subject: before.id,
      detail: { provider, group, role },
      before,
    })
  })
}
