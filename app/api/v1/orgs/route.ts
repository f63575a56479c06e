import { route } from '@/lib/http/route'
import { Organization, OrganizationInput } from '@/lib/model/organization'
import { OwnOrganization } from '@/lib/model/organization-change'
import { PageRequest, pageOf } from '@/lib/model/page'
import { createOrganization } from '@/lib/services/create-organization'
import { listOrganizations } from '@/lib/services/list-organizations'

const tag = 'Organizations'

export const GET = route({
  tag,
  summary: 'List the organizations you belong to, by name',
  query: PageRequest,
  output: pageOf(OwnOrganization),
  handler: ({ actor, query }) => listOrganizations(actor, query),
})

export const POST = route({
  tag,
  summary: 'Make an organization and become its admin',
  body: OrganizationInput,
  output: Organization,
  status: 201,
  handler: ({ actor, body }) => createOrganization(actor, body),
})
