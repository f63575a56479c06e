import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Deployment } from '@/lib/model/deployment'
import { authorize } from './authorize'

/** The organization's deployments, oldest first. */
export async function listDeployments(actor: Actor, { org }: { org: string }): Promise<Deployment[]> {
  const { organizationId } = await authorize(actor, org, 'deployment:read')
  return forOrganization(organizationId, ({ deployments }) => deployments.list())
}
