import { authorize } from '@/lib/access/authorize'
import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { Organization } from '@/lib/model/organization'

/** The organization's facts. Throws not-found. */
export async function getOrganization(actor: Actor, { org }: { org: string }): Promise<Organization> {
  const { organizationId } = authorize(actor, org, 'organization:read')
  return readOrganization(organizationId, ({ organization }) => organization.get())
}
