import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { FindingOwners } from '@/lib/model/finding-change'
import { authorize } from './authorize'

/** Names alone of the members who can be given findings: whoever assigns need not be one who reads members. */
export async function listFindingOwners(
  actor: Actor,
  { org }: { org: string },
  now = new Date(),
): Promise<FindingOwners> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async ({ findings }) => ({ owners: await findings.possibleOwners(now) }))
}
