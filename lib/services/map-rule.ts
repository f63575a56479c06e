import { forOrganization } from '@/lib/db/store'
import { isCapability } from '@/lib/framework/capabilities'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { RuleMapping } from '@/lib/model/rule-mapping'
import { authorize } from './authorize'

type Input = { org: string; mapping: RuleMapping; now?: Date }

/**
 * Says to which capability findings of a scanner's rule belong, or with null that they belong to none. Those that are there
 * follow at once, later ones when they come in. Throws invalid for a capability the framework does not have.
 */
export async function mapRule(
  actor: Actor,
  { org, mapping, now = new Date() }: Input,
): Promise<RuleMapping & { findings: number }> {
  const admitted = await authorize(actor, org, 'finding:import')
  if (mapping.capability !== null && !isCapability(mapping.capability)) {
    const reason = 'is no capability of the framework'
    throw new AppError('invalid', { detail: `capability ${reason}.`, problems: [{ field: 'capability', reason }] })
  }
  return forOrganization(admitted, async ({ ruleMappings, audit }) => {
    await ruleMappings.put(mapping, { name: actor.name, at: now })
    const findings = await ruleMappings.apply(mapping)
    await audit.append(actor, {
      action: 'rule.mapped',
      subject: `${mapping.product}/${mapping.rule}`,
      detail: { capability: mapping.capability, findings },
    })
    return { ...mapping, findings }
  })
}
