import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { Day } from '@/lib/model/instant'
import type { MaturityAt } from '@/lib/model/maturity-at'
import { assessedMaturity } from './assessed-maturity'
import { authorize } from './authorize'
import { chooseDeployment } from './choose-deployment'
import { utcDay } from './latest-day'

type Input = { org: string; deployment?: string; at?: Day; now?: Date }

/**
 * The latest approved result of a deployment (by slug; without one the deployment assessed last) on a day, today when
 * none is given, with what changed since about a quarter earlier. Throws not-found.
 */
export async function getMaturity(actor: Actor, input: Input): Promise<MaturityAt> {
  const { organizationId } = await authorize(actor, input.org, 'assessment:read')
  const at = input.at ?? utcDay(input.now ?? new Date())
  return readOrganization(organizationId, async ({ results }) => {
    const chosen = chooseDeployment(await results.deployments(), input.deployment)
    if (!chosen) return { at, deployment: null, current: null }
    const standing = await results.standing(chosen.id, at)
    return { at, deployment: chosen, current: standing && assessedMaturity(standing) }
  })
}
