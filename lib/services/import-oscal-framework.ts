import { readFile } from 'node:fs/promises'
import { blobStore, type Received } from '@/lib/db/blobs'
import { forOrganization, type Store } from '@/lib/db/store'
import { refuseFaults } from '@/lib/evidence/oscal-import/oscal-fault'
import { type OscalDocument, readOscalText } from '@/lib/evidence/oscal-import/read-document'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { CustomFramework, CustomMapping } from '@/lib/model/custom-framework'
import {
  FRAMEWORK_FILE_LIMIT,
  type FrameworkImportOptions,
  type FrameworkImportReport,
} from '@/lib/model/framework-import'
import { customFrameworkId } from '@/lib/model/requirement'
import { Slug } from '@/lib/model/slug'
import { slugOf } from '@/lib/presentation/slug-of'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'
import { mappingOf, type ReadFramework, readOscalFramework } from './read-oscal-framework'
import { utf8 } from './whole-text'

type Input = { org: string; options: FrameworkImportOptions; chunks: AsyncIterable<Uint8Array>; now?: Date }

/**
 * Takes an OSCAL catalog or profile as a framework of the organization's own; its file is kept. One of the same slug is
 * replaced: what was said of requirements that are still there stays, and the report names those that are gone. Throws
 * forbidden, too-large (32 MiB), and invalid with the path of every fault.
 */
export async function importOscalFramework(
  actor: Actor,
  { org, options, chunks, now = new Date() }: Input,
): Promise<FrameworkImportReport> {
  const admitted = await authorize(actor, org, 'custom-framework:write')
  const blobs = blobStore(admitted.organizationId)
  const received = await blobs.receive(chunks, FRAMEWORK_FILE_LIMIT)
  try {
    const document = await documentIn(received)
    const slug = slugFor(options, document)
    const work = async (store: Store): Promise<FrameworkImportReport> => {
      await store.customFrameworks.lock(slug)
      const read = await readOscalFramework(store, document)
      const before = await store.customFrameworks.find(slug)
      const mapping = keptMapping(before, read)
      const { content, source, withdrawn, ignored } = read
      const { title: name, version, uuid: documentId } = document
      const facts = { name, version, source, documentId, sha256: received.sha256, fileName: options.fileName }
      await store.evidence.lockFile(received.sha256)
      const put = await store.customFrameworks.put(slug, { ...facts, content, mapping }, { name: actor.name, at: now })
      const report = { ...reportOf(put, before), withdrawn, ignored, dryRun: options.dryRun }
      await store.audit.append(actor, {
        action: before ? 'framework.replaced' : 'framework.imported',
        subject: put.id,
        detail: { ...report, dropped: report.dropped.length },
      })
      if (options.dryRun) return report
      await blobs.keep(received)
      if (before && before.sha256 !== put.sha256) await dropUnusedFiles(store, [before.sha256])
      return report
    }
    return await forOrganization(admitted, work, { timeoutMs: 120_000, dryRun: options.dryRun })
  } finally {
    await blobs.discard(received)
  }
}

async function documentIn({ path, bytes }: Received): Promise<OscalDocument> {
  if (bytes === 0) throw new AppError('invalid', { detail: 'The file is empty.' })
  const document = readOscalText(utf8(await readFile(path)))
  if ('faults' in document) {
    refuseFaults(document.faults, 'the file')
    throw new AppError('internal', { reason: 'a document was refused without a fault' })
  }
  return document
}

function slugFor({ slug }: FrameworkImportOptions, { title }: OscalDocument): string {
  const made = Slug.safeParse(slug ?? slugOf(title))
  if (made.success) return made.data
  const reason = 'name one: the title of the document gives none'
  throw new AppError('invalid', { detail: `slug: ${reason}`, problems: [{ field: 'slug', reason }] })
}

/** People's word about a requirement stays, also that it speaks to nothing; the product maps those that are new. */
function keptMapping(before: CustomFramework | null, { content, mapping }: ReadFramework): CustomMapping {
  const first = mappingOf(mapping)
  const said = mappingOf(before?.mapping ?? [])
  const known = new Set(before?.content.requirements.map(({ id }) => id))
  return content.requirements.flatMap(({ id }) => {
    const capabilities = known.has(id) ? said.get(id) : first.get(id)
    return capabilities ? [{ requirement: id, capabilities }] : []
  })
}

function reportOf(after: CustomFramework, before: CustomFramework | null) {
  const { slug, name, version, source, sha256, content, mapping } = after
  const now = new Set(content.requirements.map(({ id }) => id))
  const then = before?.content.requirements.map(({ id }) => id) ?? []
  const said = mappingOf(before?.mapping ?? [])
  const gone = then.filter((id) => !now.has(id))
  return {
    framework: customFrameworkId(slug),
    ...{ slug, name, version, source, sha256 },
    requirements: content.requirements.length,
    mapped: mapping.length,
    replaced: before?.version ?? null,
    added: now.size - (then.length - gone.length),
    dropped: gone.map((id) => ({ id, capabilities: (said.get(id) ?? []).map((one) => one.id) })),
  }
}
