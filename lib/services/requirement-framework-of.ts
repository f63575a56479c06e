import type { Store } from '@/lib/db/store'
import { customRequirementFramework } from '@/lib/framework/custom-requirement-framework'
import { builtInFramework } from '@/lib/framework/requirement-framework'
import { AppError } from '@/lib/kernel/app-error'
import { customSlugOf, type FrameworkId, type RequirementFramework } from '@/lib/model/requirement'

/** The framework of that id, one that comes with the product or the organization's own. Throws not-found. */
export async function requirementFrameworkOf(store: Store, id: FrameworkId): Promise<RequirementFramework> {
  const slug = customSlugOf(id)
  const own = slug === null ? null : await store.customFrameworks.find(slug)
  const framework = own ? customRequirementFramework(own) : builtInFramework(id)
  if (!framework) throw new AppError('not-found', { detail: `There is no framework ${id}.` })
  return framework
}
