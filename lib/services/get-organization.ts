import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { Organization } from '@/lib/model/organization'
import { authorize } from './authorize'

/** The organization's facts. Throws not-found. */
export async function getOrganization(actor: Actor, { org }: { org: string }): Promise<Organization> {
  const { organizationId } = await authorize(actor, org, 'organization:enter')
  return readOrganization(organizationId, ({ organization }) => organization.get())
}
