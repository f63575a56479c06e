import { forOrganization } from '@/lib/db/store'
import { capabilities as known } from '@/lib/framework/capabilities'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { CustomMappingChange } from '@/lib/model/custom-mapping-change'
import type { Requirement } from '@/lib/model/requirement'
import { authorize } from './authorize'
import { refuseUnknownCapability } from './known-capability'

type Input = { org: string; id: string; change: CustomMappingChange; now?: Date }

/**
 * Says to which capabilities a requirement of the organization's own framework speaks, in the framework's order; what was
 * said before, by the product too, is replaced. Throws not-found for the framework, invalid for a requirement or a
 * capability that there is not.
 */
export async function mapCustomRequirement(
  actor: Actor,
  { org, id, change, now = new Date() }: Input,
): Promise<Requirement> {
  const admitted = await authorize(actor, org, 'custom-framework:write')
  for (const capability of change.capabilities) refuseUnknownCapability(capability)
  const wanted = new Set(change.capabilities)
  const capabilities = known.filter((one) => wanted.has(one.id)).map((one) => ({ id: one.id, label: 'own' as const }))
  return forOrganization(admitted, async ({ customFrameworks, audit }) => {
    const { slug } = await customFrameworks.byId(parseId(id))
    await customFrameworks.lock(slug)
    const framework = await customFrameworks.get(slug)
    const requirement = framework.content.requirements.find((one) => one.id === change.requirement)
    if (!requirement) throw noRequirement(change.requirement)
    const others = framework.mapping.filter((one) => one.requirement !== requirement.id)
    const before = framework.mapping.find((one) => one.requirement === requirement.id)?.capabilities ?? []
    const mapping = capabilities.length === 0 ? others : [...others, { requirement: requirement.id, capabilities }]
    await customFrameworks.map(slug, mapping, { name: actor.name, at: now })
    await audit.append(actor, {
      action: 'framework.mapped',
      subject: framework.id,
      detail: { slug, requirement: requirement.id },
      before: { capabilities: before.map((one) => one.id) },
      after: { capabilities: capabilities.map((one) => one.id) },
    })
    return { id: requirement.id, title: requirement.title, group: requirement.group, capabilities }
  })
}

function noRequirement(id: string): AppError {
  const reason = `the framework has no requirement ${id}`
  return new AppError('invalid', { detail: `requirement: ${reason}`, problems: [{ field: 'requirement', reason }] })
}
