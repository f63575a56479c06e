import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { CustomFramework } from '@/lib/model/custom-framework'
import { customFrameworkId } from '@/lib/model/requirement'
import { authorize } from './authorize'
import { refuseUngranted } from './granted-frameworks'

/** A framework of the organization's own, whole. Throws not-found. */
export async function getCustomFramework(
  actor: Actor,
  { org, id }: { org: string; id: string },
): Promise<CustomFramework> {
  const here = await authorize(actor, org, 'requirement:read')
  return forOrganization(here.organizationId, async (store) => {
    const { slug } = await store.customFrameworks.byId(parseId(id))
    await refuseUngranted(store, actor, here, customFrameworkId(slug))
    return store.customFrameworks.get(slug)
  })
}
