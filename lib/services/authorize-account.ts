import type { OrganizationPermission } from '@/lib/access/permissions'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Admitted } from '@/lib/model/admission'
import { authorize } from './authorize'

type Input = { org: string; userId: string; permission: OrganizationPermission }

const ELSEWHERE =
  'This person belongs to more than the organizations you administer, so their sessions and their ways in are not yours ' +
  'to decide about. Removing them from here takes effect at once; whoever runs Proofline can print them a link.'

/**
 * Where an act upon a member's account takes effect: every organization the person belongs to, by id. Sessions and ways
 * in lead to all of them, so the policy has to allow the act in each, or one tenant's administrator could enter another
 * as somebody else. Throws not-found for no member of `org`, forbidden, step-up.
 */
export async function authorizeAccount(actor: Actor, { org, userId, permission }: Input): Promise<Admitted[]> {
  const here = await authorize(actor, org, permission)
  const places = await forOrganization(here, ({ members }) => members.placesOf(parseId(userId)))
  const admitted: Admitted[] = []
  for (const { organizationId, slug } of places) {
    if (organizationId === here.organizationId) admitted.push(here)
    else {
      const own = actor.memberships.find((one) => one.organizationId === organizationId)
      if (own?.ownRole !== 'admin') throw new AppError('forbidden', { detail: ELSEWHERE })
      admitted.push(await authorize(actor, slug, permission))
    }
  }
  return admitted
}
