import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { FrameworkDetail } from '@/lib/model/framework-detail'
import { customSlugOf, type FrameworkId } from '@/lib/model/requirement'
import { authorize } from './authorize'
import { refuseUngranted } from './granted-frameworks'
import { requirementFrameworkOf } from './requirement-framework-of'

type Input = { org: string; framework: FrameworkId }

/** A framework with its requirements, and of the organization's own what their document says of each. Throws not-found. */
export async function getFramework(actor: Actor, { org, framework: id }: Input): Promise<FrameworkDetail> {
  const here = await authorize(actor, org, 'requirement:read')
  return forOrganization(here.organizationId, async (store) => {
    await refuseUngranted(store, actor, here, id)
    const framework = await requirementFrameworkOf(store, id)
    const slug = customSlugOf(id)
    if (slug === null) return { framework, own: null, texts: [] }
    const { content, mapping: _, ...own } = await store.customFrameworks.get(slug)
    const texts = content.requirements.map(({ id: requirement, parent, text }) => ({ requirement, parent, text }))
    return { framework, own, texts }
  })
}
