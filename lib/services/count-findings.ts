import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { FindingCounts, FindingMatch } from '@/lib/model/finding-counts'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { authorize } from './authorize'
import { blockingNow, dayOf, findingNarrowing } from './finding-narrowing'

type Input = { org: string; now?: Date }

/** How many findings the organization has today, UTC. Throws not-found. */
export async function countFindings(actor: Actor, { org, now = new Date() }: Input): Promise<FindingCounts> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async (store) =>
    store.findings.totals(dayOf(now), await blockingNow(store, now)),
  )
}

/** How many findings are open and not accepted today: what every page shows beside the way to them. Throws not-found. */
export async function countOpenFindings(actor: Actor, { org, now = new Date() }: Input): Promise<number> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, ({ findings }) => findings.openToday(dayOf(now)))
}

/** How many findings a filter leaves. Throws not-found (organization, connection). */
export async function matchFindings(
  actor: Actor,
  { org, filter, now = new Date() }: Input & { filter: FindingFilter },
): Promise<FindingMatch> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async (store) =>
    store.findings.matching(await findingNarrowing(store, actor, filter, now)),
  )
}
