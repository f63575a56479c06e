import { readOrganization } from '@/lib/db/read-store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Member } from '@/lib/model/member'
import { authorize } from './authorize'
import { memberView } from './member-view'

type Input = { org: string; userId: string }

/** One member of the organization. Throws not-found for everybody else, forbidden. */
export async function getMember(actor: Actor, { org, userId }: Input, now = new Date()): Promise<Member> {
  const here = await authorize(actor, org, 'member:read')
  return readOrganization(here.organizationId, ({ members }) =>
    members.get(parseId(userId), memberView(actor, here, now)),
  )
}
