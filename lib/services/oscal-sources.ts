import type { Store } from '@/lib/db/store'
import { ownCatalog } from '@/lib/evidence/oscal/catalog'
import { OWN_CATALOG } from '@/lib/evidence/oscal-import/first-mapping'
import { readCatalog } from '@/lib/evidence/oscal-import/read-catalog'
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

function ownSource(): MappedSource {
  const read = readCatalog(ownCatalog())
  if ('faults' in read) throw new AppError('internal', { reason: `own catalog: ${JSON.stringify(read.faults[0])}` })
  const mapping = read.content.requirements.map(({ id }) => ({
    requirement: id,
    capabilities: [{ id: id.toUpperCase(), label: 'own' as const }],
  }))
  return { key: OWN_CATALOG, names: [OWN_CATALOG], content: read.content, mapping }
}
