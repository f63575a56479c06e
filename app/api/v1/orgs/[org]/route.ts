import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Organization } from '@/lib/model/organization'
import { OrganizationChange } from '@/lib/model/organization-change'
import { Slug } from '@/lib/model/slug'
import { getOrganization } from '@/lib/services/get-organization'
import { updateOrganization } from '@/lib/services/update-organization'

const params = z.object({ org: Slug })
const tag = 'Organizations'

export const GET = route({
  tag,
  summary: 'Read an organization',
  params,
  output: Organization,
  handler: ({ actor, params: { org } }) => getOrganization(actor, { org }),
})

export const PATCH = route({
  tag,
  summary: 'Change what is said about an organization; its slug stays',
  params,
  body: OrganizationChange,
  output: Organization,
  handler: ({ actor, params: { org }, body }) => updateOrganization(actor, { org, change: body }),
})
