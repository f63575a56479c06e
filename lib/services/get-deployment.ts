import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Deployment } from '@/lib/model/deployment'
import { authorize } from './authorize'

/** One deployment by its id. Throws not-found. */
export async function getDeployment(actor: Actor, { org, id }: { org: string; id: string }): Promise<Deployment> {
  const { organizationId } = await authorize(actor, org, 'deployment:read')
  return forOrganization(organizationId, ({ deployments }) => deployments.get(parseId(id)))
}
