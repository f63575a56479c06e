import { SCENARIO_LOADED } from '@/lib/db/repositories/scenarios'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = { org: string; scenario: string }

/**
 * Writes down that an organization now holds all of a scenario. Only the operator may, and only where the organization
 * is flagged synthetic: generated data must never pass as somebody's own. Throws not-found, forbidden, conflict.
 */
export async function completeScenario(actor: Actor, { org, scenario }: Input): Promise<void> {
  const admitted = await authorize(actor, org, 'organization:update')
  if (actor.kind !== 'operator') throw new AppError('forbidden')
  await forOrganization(admitted, async ({ organization, audit }) => {
    const { synthetic, slug } = await organization.get()
    if (!synthetic) throw new AppError('conflict', { detail: `${slug} holds real data.` })
    await audit.append(actor, { action: SCENARIO_LOADED, subject: scenario })
  })
}
