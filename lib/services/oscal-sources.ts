import { sha256 } from '@/lib/db/sha256'
import type { Store } from '@/lib/db/store'
import { ownCatalog } from '@/lib/evidence/oscal/catalog'
import { oscalText } from '@/lib/evidence/oscal/write-oscal'
import { OWN_CATALOG } from '@/lib/evidence/oscal-import/first-mapping'
import { readCatalog } from '@/lib/evidence/oscal-import/read-catalog'
import { readOscalText } from '@/lib/evidence/oscal-import/read-document'
import { type CatalogSource, documentName, namesAsked } from '@/lib/evidence/oscal-import/resolve-profile'
import { AppError } from '@/lib/kernel/app-error'
import type { CustomMapping } from '@/lib/model/custom-framework'

export type MappedSource = CatalogSource & { mapping: CustomMapping }

/** The catalogs that a profile asks for, as far as they are here: the product's own, and frameworks imported before. */
export async function oscalSources({ customFrameworks }: Store, profile: unknown): Promise<MappedSource[]> {
  const asked = namesAsked(profile)
  const known = (await customFrameworks.list()).map(({ slug, documentId, fileName }) => ({
    slug,
    names: [slug, documentId, documentName(fileName)],
  }))
  const sources: MappedSource[] = [ownSource()]
  for (const { slug, names } of known.filter((one) => one.names.some((name) => asked.has(name)))) {
    const { content, mapping } = await customFrameworks.get(slug)
    sources.push({ key: slug, names, content, mapping })
  }
  return sources
}

/** As it is exported, so that a profile may name it by the uuid of that document. */
function ownSource(): MappedSource {
  const document = readOscalText(oscalText('catalog', ownCatalog(), sha256))
  const read = 'faults' in document ? document : readCatalog(document.root)
  if ('faults' in document || 'faults' in read)
    throw new AppError('internal', { reason: 'the product cannot read its own catalog' })
  const mapping = read.content.requirements.map(({ id }) => ({
    requirement: id,
    capabilities: [{ id: id.toUpperCase(), label: 'own' as const }],
  }))
  return { key: OWN_CATALOG, names: [OWN_CATALOG, document.uuid], content: read.content, mapping }
}
