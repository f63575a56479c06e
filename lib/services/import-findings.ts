import { createHash } from 'node:crypto'
import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { FindingImportOptions, FindingImportReport } from '@/lib/model/finding-import'
import { readScannerFile, type ScannerRead } from '@/lib/sources/scanners/read-scanner-file'
import { authorize } from './authorize'
import { findingTally, type Tally } from './finding-tally'
import { findingWriter } from './finding-writer'
import { findingsConnection } from './findings-connection'

/** A large file takes minutes, and all of it is one transaction. */
const TIMEOUT_MS = 30 * 60_000

type Input = { org: string; options: FindingImportOptions; chunks: AsyncIterable<Uint8Array>; now?: Date }

/**
 * Reads another scanner's file in one transaction: all of it that can be read is taken, or nothing. Failures become
 * findings; what passed, or was closed at the source, resolves the finding it is about; what was suppressed or not assessed
 * changes none, and neither does what the file does not mention. Refused records are listed with place, field and reason.
 * Throws forbidden, conflict (a connection of another kind has the name), and invalid when no record can be taken.
 */
export async function importFindings(
  actor: Actor,
  { org, options, chunks, now = new Date() }: Input,
): Promise<FindingImportReport> {
  const admitted = await authorize(actor, org, 'finding:import')
  const digest = createHash('sha256')
  const reads = readScannerFile(digested(chunks, digest))
  const first = await firstRecord(reads)
  const importId = newId()
  const work = async (store: Store): Promise<FindingImportReport> => {
    const { product } = first.record
    const connection = await findingsConnection(store, actor, { name: options.connection ?? product, product })
    const tally = findingTally()
    const provenance = { importId, fileName: options.fileName, format: first.format, sha256: '' }
    const writer = findingWriter(store.findingStaging, await store.ruleMappings.of(product), provenance)
    await store.findingStaging.open()
    for await (const read of replayed(first, reads)) await writer.put(read, tally)
    await writer.end()
    const merged = { connectionId: connection.id, runId: importId, at: now.toISOString(), source: product, scopes: [] }
    const transitions = await store.findingStaging.merge(merged)
    const facts = { ...factsOf(tally), ...transitions, format: first.format, product, fileName: options.fileName }
    const sha256 = digest.digest('hex')
    await store.findingImports.add(importId, { ...facts, sha256, connectionId: connection.id, importedBy: actor.name })
    await store.audit.append(actor, {
      action: 'findings.imported',
      subject: importId,
      detail: { connection: connection.name, ...facts, rejects: undefined, sha256 },
    })
    return {
      ...facts,
      sha256,
      importId: options.dryRun ? null : importId,
      connectionId: options.dryRun ? null : connection.id,
      connection: connection.name,
      dryRun: options.dryRun,
    }
  }
  return forOrganization(admitted, work, { timeoutMs: TIMEOUT_MS, dryRun: options.dryRun })
}

const factsOf = ({ records, mapped, unmapped, notFindings, rejected, rejects, assumptions }: Tally) => ({
  records,
  mapped,
  unmapped,
  notFindings,
  rejected,
  rejects,
  assumptions,
})

type FirstRecord = Extract<ScannerRead, { record: unknown }> & { before: readonly ScannerRead[] }

/** Reads up to the first record that can be taken, which names the product. Throws `invalid` with what was refused. */
async function firstRecord(reads: AsyncGenerator<ScannerRead>): Promise<FirstRecord> {
  const before: ScannerRead[] = []
  for (;;) {
    const { value, done } = await reads.next()
    if (done) break
    if ('record' in value) return { ...value, before }
    before.push(value)
  }
  const problems = before.flatMap((one) => ('fault' in one ? [one.fault] : [])).slice(0, 100)
  const why = problems.length > 0 ? `none of its ${before.length} records can be read` : 'the file holds no record'
  throw new AppError('invalid', { detail: `Nothing was written: ${why}.`, problems })
}

async function* replayed({ before, ...first }: FirstRecord, rest: AsyncGenerator<ScannerRead>) {
  yield* before
  yield first
  yield* rest
}

async function* digested(chunks: AsyncIterable<Uint8Array>, digest: { update: (chunk: Uint8Array) => unknown }) {
  for await (const chunk of chunks) {
    digest.update(chunk)
    yield chunk
  }
}
