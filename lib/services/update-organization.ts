import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import { type Organization, OrganizationInput } from '@/lib/model/organization'
import type { OrganizationChange } from '@/lib/model/organization-change'
import { authorize } from './authorize'

type Input = { org: string; change: OrganizationChange }

/** Changes what is said about an organization; its slug never changes. Throws not-found, forbidden. */
export async function updateOrganization(actor: Actor, { org, change }: Input): Promise<Organization> {
  const admitted = await authorize(actor, org, 'organization:update')
  return forOrganization(admitted, async ({ organization, audit }) => {
    const before = await organization.get()
    const after = await organization.update(OrganizationInput.parse({ ...before, ...change }))
    await audit.append(actor, {
      action: 'organization.updated',
      subject: after.id,
      detail: { before, after },
      before,
      after,
    })
    return after
  })
}
