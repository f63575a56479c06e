import { z } from 'zod'
import { route } from '@/lib/http/route'
import { GroupRole, GroupRoleInput, GroupRoles } from '@/lib/model/group-role'
import { Slug } from '@/lib/model/slug'
import { addGroupRole } from '@/lib/services/add-group-role'
import { listGroupRoles } from '@/lib/services/list-group-roles'

const params = z.object({ org: Slug })
const tag = 'Access'

export const GET = route({
  tag,
  summary: 'List the roles that groups of identity providers give',
  params,
  output: GroupRoles,
  handler: ({ actor, params: { org } }) => listGroupRoles(actor, { org }),
})

export const POST = route({
  tag,
  summary: 'Let a group of an identity provider give a role',
  params,
  body: GroupRoleInput,
  output: GroupRole,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => addGroupRole(actor, { org, groupRole: body }),
})
