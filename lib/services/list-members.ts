import { readOrganization } from '@/lib/db/read-store'
import type { MemberOrder } from '@/lib/db/repositories/member-list'
import type { Actor } from '@/lib/model/actor'
import type { Member } from '@/lib/model/member'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'
import { memberView } from './member-view'

type Input = { org: string; order: MemberOrder; page: PageRequest }

/** Members by name or by when their review is due, those who have ended too. Throws not-found, forbidden, invalid (cursor). */
export async function listMembers(actor: Actor, { org, order, page }: Input, now = new Date()): Promise<Page<Member>> {
  const here = await authorize(actor, org, 'member:read')
  return readOrganization(here.organizationId, ({ members }) => members.page(order, memberView(actor, here, now), page))
}
