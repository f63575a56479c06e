import { checkOf } from '@/lib/checks/registry'
import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { FixEffect } from '@/lib/model/finding-change'
import { authorize } from './authorize'
import { fixEffect } from './finding-effect'
import { dayOf } from './finding-narrowing'

type Input = { org: string; now?: Date }

/**
 * What the checks would support if everything were fixed whose risk is accepted today: the price of the exceptions, which
 * never count as passing. Null where none is in force or no run was evaluated. Throws not-found.
 */
export async function getAcceptedEffect(actor: Actor, { org, now = new Date() }: Input): Promise<FixEffect | null> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async (store) => {
    const accepted = await store.findings.acceptedByCheck(dayOf(now))
    const ours = new Map([...accepted].filter(([checkId]) => checkOf(checkId)))
    return ours.size === 0 ? null : fixEffect(store, ours, now)
  })
}
