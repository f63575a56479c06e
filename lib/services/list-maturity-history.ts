import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { MaturityHistory } from '@/lib/model/maturity-history'
import { authorize } from './authorize'
import { chooseDeployment } from './choose-deployment'

type Input = { org: string; deployment?: string }

/** Every approved result of a deployment (by slug; without one the deployment assessed last), oldest first. */
export async function listMaturityHistory(actor: Actor, { org, deployment }: Input): Promise<MaturityHistory> {
  const { organizationId } = await authorize(actor, org, 'assessment:read')
  return readOrganization(organizationId, async ({ results }) => {
    const chosen = chooseDeployment(await results.deployments(), deployment)
    return { deployment: chosen, points: chosen ? await results.history(chosen.id) : [] }
  })
}
