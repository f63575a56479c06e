import { operator } from '@/lib/auth/operator'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Membership } from '@/lib/model/actor'

/** The operator and the organization of this slug. Throws not-found with how to see which there are. */
export async function membershipOf(slug: string): Promise<{ actor: Actor; membership: Membership }> {
  const actor = await operator()
  const membership = actor.memberships.find((each) => each.slug === slug)
  if (membership) return { actor, membership }
  throw new AppError('not-found', {
    detail: `There is no organization "${slug}". The list: npm run -s proofline -- orgs`,
  })
}
