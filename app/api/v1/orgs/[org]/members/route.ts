import { z } from 'zod'
import { memberLink } from '@/lib/auth/member-link'
import { route } from '@/lib/http/route'
import { Invitation, Invited, Member } from '@/lib/model/member'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { inviteMember } from '@/lib/services/invite-member'
import { listMembers } from '@/lib/services/list-members'

const params = z.object({ org: Slug })
const tag = 'Members'

export const GET = route({
  tag,
  summary: 'List members by name, those whose time has ended among them',
  params,
  query: PageRequest,
  output: pageOf(Member),
  handler: ({ actor, params: { org }, query: page }) => listMembers(actor, { org, order: 'name', page }),
})

export const POST = route({
  tag,
  summary: 'Make somebody a member; whoever has no way in yet gets a one-time link, told here and never again',
  params,
  body: Invitation,
  output: Invited,
  status: 201,
  handler: async ({ actor, params: { org }, body: invitation }) => {
    const member = await inviteMember(actor, { org, invitation })
    const hasWayIn = member.passkeys + member.providers > 0 || !member.isAccountManaged
    return { member, link: hasWayIn ? null : await memberLink(actor, { org, userId: member.userId }) }
  },
})
