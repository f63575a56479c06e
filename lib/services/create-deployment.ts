import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Deployment, DeploymentInput } from '@/lib/model/deployment'
import { authorize } from './authorize'

type Input = { org: string; deployment: DeploymentInput }

/** Adds a deployment with its layer dates. Throws conflict when the slug is taken in the organization. */
export async function createDeployment(actor: Actor, { org, deployment }: Input): Promise<Deployment> {
  const admitted = await authorize(actor, org, 'deployment:write')
  return forOrganization(admitted, async ({ deployments, audit }) => {
    const created = await deployments.create(deployment)
    await audit.append(actor, {
      action: 'deployment.created',
      subject: created.id,
      detail: { slug: created.slug },
      after: created,
    })
    return created
  })
}
