import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Deployment, DeploymentInput } from '@/lib/model/deployment'
import { authorize } from './authorize'

type Input = { org: string; id: string; deployment: DeploymentInput }

/** Replaces a deployment's facts and layer dates. Throws not-found, conflict. */
export async function updateDeployment(actor: Actor, { org, id, deployment }: Input): Promise<Deployment> {
  const admitted = await authorize(actor, org, 'deployment:write')
  return forOrganization(admitted, async ({ deployments, audit }) => {
    const before = await deployments.get(parseId(id))
    const after = await deployments.update(before.id, deployment)
    await audit.append(actor, {
      action: 'deployment.updated',
      subject: after.id,
      detail: { before, after },
      before,
      after,
    })
    return after
  })
}
