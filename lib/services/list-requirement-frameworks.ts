import type { CountedFramework } from '@/lib/db/repositories/custom-frameworks'
import type { Store } from '@/lib/db/store'
import { shortNameOf } from '@/lib/framework/custom-requirement-framework'
import { BUILT_IN_FRAMEWORKS, builtInFramework } from '@/lib/framework/requirement-framework'
import type { FrameworkSummary } from '@/lib/model/framework-summary'
import { customFrameworkId } from '@/lib/model/requirement'

const builtIn: readonly FrameworkSummary[] = BUILT_IN_FRAMEWORKS.flatMap((id) => {
  const framework = builtInFramework(id)
  if (!framework) return []
  const { name, shortName, version, requirements } = framework
  return [{ id, name, shortName, version, requirements: requirements.length, mapped: requirements.length, own: null }]
})

/** Every framework the organization can be audited against: those that come with the product, then its own by name. */
export async function listRequirementFrameworks({ customFrameworks }: Store): Promise<FrameworkSummary[]> {
  return [...builtIn, ...(await customFrameworks.list()).map(toSummary)]
}

const toSummary = ({ requirements, mapped, ...own }: CountedFramework): FrameworkSummary => ({
  id: customFrameworkId(own.slug),
  name: own.name,
  shortName: shortNameOf(own),
  version: own.version,
  requirements,
  mapped,
  own,
})
