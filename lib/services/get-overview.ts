import { can } from '@/lib/access/can'
import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { Day } from '@/lib/model/instant'
import type { EndingEvidence, Overview } from '@/lib/model/overview'
import { assessedMaturity } from './assessed-maturity'
import { authorize } from './authorize'
import { chooseDeployment } from './choose-deployment'
import { deploymentOutcome } from './deployment-outcome'
import { utcDay } from './latest-day'

const SOON_DAYS = 30
const SHOWN = 10

type Input = { org: string; deployment?: string; now?: Date }

/**
 * Where the organization stands, what changed, what waits and what its records say, for one deployment (by slug; without
 * one the deployment assessed last). Reads frozen results and months, never incidents. Throws not-found.
 */
export async function getOverview(actor: Actor, { org, deployment, now = new Date() }: Input): Promise<Overview> {
  const { organizationId, slug, role } = await authorize(actor, org, 'organization:read')
  const at = utcDay(now)
  const approves = actor.kind === 'person' && can(role, 'assessment:approve')
  return readOrganization(organizationId, async (store) => {
    // One round trip for both, because each is felt here; where another deployment is chosen, that one is asked about.
    const [{ organization, deployments, waiting, approvals }, latest] = await Promise.all([
      store.overview.facts(actor.userId),
      store.overview.aboutLatest(deployment ?? null, at, soon(now)),
    ])
    const chosen = chooseDeployment(deployments, deployment)
    const isLatest = chosen?.id === latest.deploymentId
    const about = chosen && (isLatest ? latest : await store.overview.about(chosen.id, at, soon(now)))
    return {
      at,
      organization: { ...organization, slug },
      deployments,
      deployment: chosen,
      current: about?.standing ? assessedMaturity(about.standing) : null,
      waiting: { ...waiting, approvals: approves ? approvals : [] },
      evidence: endings(about?.ending ?? []),
      outcome: chosen && (await deploymentOutcome(store, chosen, about?.months)),
    }
  })
}

const soon = (now: Date): Day => utcDay(new Date(now.getTime() + SOON_DAYS * 86_400_000))

function endings(ending: EndingEvidence[]): Overview['evidence'] {
  const expired = ending.filter((one) => one.expired).length
  return { expired, expiring: ending.length - expired, items: ending.slice(0, SHOWN) }
}
