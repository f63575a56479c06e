import type { Store } from '@/lib/db/store'
import { firstMapping } from '@/lib/evidence/oscal-import/first-mapping'
import { type OscalFault, refuseFaults } from '@/lib/evidence/oscal-import/oscal-fault'
import { readCatalog } from '@/lib/evidence/oscal-import/read-catalog'
import type { OscalDocument } from '@/lib/evidence/oscal-import/read-document'
import { resolveProfile } from '@/lib/evidence/oscal-import/resolve-profile'
import { AppError } from '@/lib/kernel/app-error'
import type { CustomContent, CustomMapping, CustomSource } from '@/lib/model/custom-framework'
import type { FrameworkImportReport } from '@/lib/model/framework-import'
import { oscalSources } from './oscal-sources'

/** A framework as its document says it, and to what the product maps it at first. */
export type ReadFramework = Pick<FrameworkImportReport, 'withdrawn' | 'ignored'> & {
  source: CustomSource
  content: CustomContent
  mapping: CustomMapping
}

const NOTHING_IGNORED = { parameters: 0, alterations: 0, merge: false }

/** Throws `invalid` with every fault and its path, and for a document that is neither a catalog nor a profile. */
export async function readOscalFramework(store: Store, { model, root }: OscalDocument): Promise<ReadFramework> {
  if (model === 'catalog') {
    const { content, hints, withdrawn } = orRefused(readCatalog(root), 'the catalog')
    const mapping = firstMapping(content.requirements, hints)
    return { source: 'catalog', content, mapping, withdrawn, ignored: NOTHING_IGNORED }
  }
  if (model !== 'profile') throw notHere(model)
  const sources = await oscalSources(store, root)
  const { content, from, hints, withdrawn, ignored } = orRefused(resolveProfile(root, sources), 'the profile')
  const known = new Map(sources.map(({ key, mapping }) => [key, mappingOf(mapping)]))
  const first = mappingOf(firstMapping(content.requirements, hints))
  const mapping = content.requirements.flatMap(({ id }) => {
    const source = from.get(id) ?? null
    const capabilities = (source === null ? undefined : known.get(source)?.get(id)) ?? first.get(id)
    return capabilities ? [{ requirement: id, capabilities }] : []
  })
  return { source: 'profile', content, mapping, withdrawn, ignored }
}

export const mappingOf = (mapping: CustomMapping) =>
  new Map(mapping.map(({ requirement, capabilities }) => [requirement, capabilities]))

function orRefused<T extends object>(read: T | { faults: readonly OscalFault[] }, what: string): T {
  if (!('faults' in read)) return read
  refuseFaults(read.faults, what)
  throw new AppError('internal', { reason: 'a document was refused without a fault' })
}

const notHere = (model: string): AppError =>
  new AppError('invalid', {
    detail: `The file is an OSCAL ${model}. A framework is a catalog or a profile; assessment results are imported as findings and as audits.`,
    problems: [{ field: model, reason: 'is neither a catalog nor a profile' }],
  })
