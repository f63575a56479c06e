import type { Store } from '@/lib/db/store'
import { builtInFramework } from '@/lib/framework/requirement-framework'
import { AppError } from '@/lib/kernel/app-error'
import type { FrameworkId, RequirementFramework } from '@/lib/model/requirement'

/** The framework of that id, one that comes with the product or the organization's own. Throws not-found. */
export async function requirementFrameworkOf(_store: Store, id: FrameworkId): Promise<RequirementFramework> {
  const found = builtInFramework(id)
  if (!found) throw new AppError('not-found', { detail: `There is no framework ${id}.` })
  return found
}
