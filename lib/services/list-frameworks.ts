import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { FrameworkSummary } from '@/lib/model/framework-summary'
import { authorize } from './authorize'
import { grantedFrameworks } from './granted-frameworks'
import { listRequirementFrameworks } from './list-requirement-frameworks'

/** Frameworks that come with the product, then the organization's own; an auditor with a scope sees those of it. */
export async function listFrameworks(actor: Actor, { org }: { org: string }): Promise<FrameworkSummary[]> {
  const here = await authorize(actor, org, 'requirement:read')
  return forOrganization(here.organizationId, async (store) => {
    const granted = await grantedFrameworks(store, actor, here)
    const all = await listRequirementFrameworks(store)
    return granted ? all.filter(({ id }) => granted.has(id)) : all
  })
}
