import { readOrganization } from '@/lib/db/read-store'
import { outcome } from '@/lib/metrics/outcome'
import type { Actor } from '@/lib/model/actor'
import type { DeploymentOutcome } from '@/lib/model/deployment-outcome'
import { authorize } from './authorize'
import { chooseDeployment } from './choose-deployment'
import { deploymentOutcome } from './deployment-outcome'

type Input = { org: string; deployment?: string }

/**
 * The four metrics before and after a deployment (by slug; without one the deployment assessed last). An organization
 * without deployments gets its months and the reason why nothing can be compared. Throws not-found.
 */
export async function getOutcomes(actor: Actor, { org, deployment }: Input): Promise<DeploymentOutcome> {
  const { organizationId } = await authorize(actor, org, 'incident:read')
  return readOrganization(organizationId, async (store) => {
    const { deployments } = await store.overview.facts(actor.userId)
    const chosen = chooseDeployment(deployments, deployment)
    if (chosen !== null) return { deployment: chosen, ...(await deploymentOutcome(store, chosen)) }
    return { deployment: null, scope: 'organization', result: outcome(await store.monthlyMetrics.list(null), []) }
  })
}
