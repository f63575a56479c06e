import type { HeldFile } from '@/lib/db/repositories/desk-facts'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { AuditRequest } from '@/lib/model/audit-request'
import { authorize } from './authorize'
import { requirementFrameworkOf } from './requirement-framework-of'

type Input = { org: string; request: Pick<AuditRequest, 'framework' | 'requirement'> }

/** Files the organization holds that speak to what a request is about, newest first, for whoever answers it. */
export async function listHeldFiles(actor: Actor, { org, request }: Input): Promise<HeldFile[]> {
  const { organizationId } = await authorize(actor, org, 'audit-request:answer')
  return forOrganization(organizationId, async (store) => {
    const { requirements } = await requirementFrameworkOf(store, request.framework)
    const about = requirements.filter(({ id }) => request.requirement === '' || id === request.requirement)
    const capabilities = about.flatMap((one) => one.capabilities.map(({ id }) => id))
    return store.deskFacts.files([...new Set(capabilities)])
  })
}
