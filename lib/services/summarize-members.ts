import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { MemberSummary } from '@/lib/model/member'
import { authorize } from './authorize'

/** How many members there are, administrate, have ended and wait for a review. Throws not-found, forbidden. */
export async function summarizeMembers(
  actor: Actor,
  { org }: { org: string },
  now = new Date(),
): Promise<MemberSummary> {
  const { organizationId, rules } = await authorize(actor, org, 'member:read')
  return readOrganization(organizationId, ({ members }) => members.summary(now, rules.reviewDays))
}
