import { forOrganization } from '@/lib/db/store'
import { requirementsTouched } from '@/lib/framework/requirements-touched'
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
    requirements: requirementsTouched(facts.capabilities.filter((one) => !facts.weak.includes(one))),
    setting: await checkSettings.find(id),
    standings: await posture.ofCheck(id),
  }))
}
