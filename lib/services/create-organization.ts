import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Organization, OrganizationInput } from '@/lib/model/organization'
import { authorizeSelf } from './authorize'

/**
 * Makes an organization; the person who makes it becomes its admin. Machines hold a token for one organization and
 * cannot make another. Throws conflict when the slug is taken.
 */
export async function createOrganization(
  actor: Actor,
  input: OrganizationInput & { synthetic?: boolean },
): Promise<Organization> {
  const decision = await authorizeSelf(actor, 'organization:create')
  const { synthetic = false, ...facts } = input
  if (synthetic && actor.kind !== 'operator') throw new AppError('forbidden')
  return forOrganization({ organizationId: newId(), decision }, async ({ organization, members, audit }) => {
    const created = await organization.create({ ...facts, synthetic })
    if (actor.userId) await members.put(actor.userId, 'admin')
    await audit.append(actor, {
      action: 'organization.created',
      subject: created.id,
      detail: { slug: created.slug },
      after: created,
    })
    return created
  })
}
