import { sha256 } from '@/lib/db/sha256'
import type { Store } from '@/lib/db/store'
import { FRAMEWORK_MODIFIED } from '@/lib/evidence/oscal/catalog'
import { mappingCollection } from '@/lib/evidence/oscal/mapping-collection'
import type { OscalOrganization } from '@/lib/evidence/oscal/metadata'
import { requirementCatalog } from '@/lib/evidence/oscal/requirement-catalog'
import { oscalText } from '@/lib/evidence/oscal/write-oscal'
import { builtInFramework } from '@/lib/framework/requirement-framework'
import { standards } from '@/lib/framework/standards'
import { AppError } from '@/lib/kernel/app-error'
import { customSlugOf, type FrameworkId } from '@/lib/model/requirement'
import { writtenCatalog } from './oscal-fixed'
import { requirementFrameworkOf } from './requirement-framework-of'

type Place = { store: Store; organization: OscalOrganization }

/** The crosswalk to one framework, or to every standard without one; null when no edge leads there. Throws not-found. */
export async function writtenMapping({ store, organization }: Place, id: FrameworkId | null): Promise<string | null> {
  const slug = id === null ? null : customSlugOf(id)
  const own = slug === null ? null : await store.customFrameworks.find(slug)
  const body = mappingCollection({
    frameworks:
      id === null
        ? standards.map((one) => builtInFramework(one.id)).filter((one) => one !== null)
        : [await requirementFrameworkOf(store, id)],
    catalogSha256: writtenCatalog().sha256,
    lastModified: own?.updatedAt ?? FRAMEWORK_MODIFIED,
    ...(own && { organization }),
  })
  return body && oscalText('mapping', body, sha256)
}

/** The catalog of an organization's own framework. Throws not-found. */
export async function writtenCustomCatalog({ store, organization }: Place, id: FrameworkId): Promise<string> {
  const slug = customSlugOf(id)
  if (slug === null)
    throw new AppError('invalid', {
      detail: `The catalog of ${id} is its publisher's. Proofline knows the ids that its crosswalk touches: ask for the mapping.`,
      problems: [{ field: 'framework', reason: 'is not proofline and not an own framework' }],
    })
  const framework = await requirementFrameworkOf(store, id)
  const { updatedAt, content } = await store.customFrameworks.get(slug)
  const texts = new Map(content.requirements.flatMap((one) => (one.text === null ? [] : [[one.id, one.text] as const])))
  return oscalText('catalog', requirementCatalog(framework, { organization, changedAt: updatedAt, texts }), sha256)
}
