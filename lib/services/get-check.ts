import { forOrganization } from '@/lib/db/store'
import { crosswalkOf } from '@/lib/framework/crosswalk'
import { standards } from '@/lib/framework/standards'
import type { Actor } from '@/lib/model/actor'
import type { CheckView } from '@/lib/model/check-view'
import { authorize } from './authorize'
import { knownCheck } from './known-check'

/** A check, what it touches and what it says of each account now. Throws not-found. */
export async function getCheck(actor: Actor, { org, id }: { org: string; id: string }): Promise<CheckView> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  const { evaluate: _, ...facts } = knownCheck(id)
  return forOrganization(organizationId, async ({ posture, checkSettings }) => ({
    ...facts,
    requirements: requirementsOf(facts.capabilities.filter((one) => !facts.weak.includes(one))),
    setting: await checkSettings.find(id),
    standings: await posture.ofCheck(id),
  }))
}

/** What the capabilities a check bears on touch, each requirement once, in the standards' order. */
function requirementsOf(capabilities: readonly string[]): CheckView['requirements'] {
  const edges = capabilities.flatMap((one) => crosswalkOf(one))
  return standards.flatMap(({ id, shortName }) => {
    const ids = [...new Set(edges.filter((edge) => edge.standard === id).map((edge) => edge.id))]
    return ids.length === 0 ? [] : [{ standard: shortName, ids }]
  })
}
