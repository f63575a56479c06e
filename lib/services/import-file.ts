import { createHash } from 'node:crypto'
import type { OrganizationPermission } from '@/lib/access/permissions'
import type { Comparison, Destination, RecordStaging } from '@/lib/db/repositories/record-staging'
import { forOrganization, type Store } from '@/lib/db/store'
import { peekHead } from '@/lib/incidents/peek-head'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ImportKind, ImportReport, RejectedRow } from '@/lib/model/import-batch'
import type { ImportOptions } from '@/lib/model/import-options'
import type { RecordsOf } from './csv-records'
import { importTarget } from './import-target'
import { recomputeMonths } from './recompute-months'
import type { ReadRow } from './record-reader'
import { stagingWriter } from './staging-writer'

/** A large file takes minutes, and all of it is one transaction. */
const TIMEOUT_MS = 30 * 60_000
/** Refused rows named one by one; past this many the file needs another look, not a longer list. */
const REJECTS_KEPT = 1_000

/** What differs between importing incidents and importing audits. */
export type FileKind<R> = {
  kind: ImportKind
  permission: OrganizationPermission
  records: RecordsOf<R>
  staging: (store: Store) => RecordStaging<R>
}

export type ImportedFile = {
  org: string
  options: ImportOptions
  chunks: AsyncIterable<Uint8Array>
  /** The operator's word that the organization may be made when it is absent. */
  createOrg?: boolean
}

/** What reading the file said, before it is compared with what is stored. */
type Tally = { rows: number; rejected: number; rejects: RejectedRow[]; sha256: string }

/**
 * Reads a file into an organization in one transaction: everything acceptable is written, or nothing at all.
 * Memory does not grow with the file. Throws not-found (organization, deployment), forbidden, and invalid with row,
 * field and reason when the file cannot be read, when no row can be taken, or with `strict` when any is refused.
 */
export async function importFile<R>(actor: Actor, kind: FileKind<R>, file: ImportedFile): Promise<ImportReport> {
  const { admission, prepare } = await importTarget(actor, file, kind.permission)
  const { dates: order, zone, dryRun } = file.options
  const { head, chunks } = await peekHead(file.chunks)
  const digest = createHash('sha256')
  const records = kind.records({ head, chunks: digested(chunks, digest) }, { order, zone, now: Date.now() })

  const work = async (store: Store): Promise<ImportReport> => {
    await prepare(store)
    const { deployment: slug, source } = file.options
    const deploymentId = slug === undefined ? null : (await store.deployments.bySlug(slug)).id
    const staging = kind.staging(store)
    await staging.open()
    const tally = await stageRows(records, staging)
    tally.sha256 = digest.digest('hex')
    refuseEmpty(tally)
    const comparison = await staging.compare({ source, deploymentId })
    refuseUnusable(tally, comparison, file.options.strict)
    const batchId = await writeBatch(store, actor, {
      kind,
      tally,
      comparison,
      to: { source, deploymentId },
      fileName: file.options.fileName,
    })
    return reportOf(tally, comparison, { batchId, dryRun })
  }
  return forOrganization(admission, work, { timeoutMs: TIMEOUT_MS, dryRun })
}

async function stageRows<R>(records: AsyncIterable<readonly ReadRow<R>[]>, staging: RecordStaging<R>): Promise<Tally> {
  const tally: Tally = { rows: 0, rejected: 0, rejects: [], sha256: '' }
  const writer = stagingWriter(staging.add)
  for await (const batch of records) {
    for (const { staged, rejects } of batch) {
      tally.rows += 1
      if (rejects.length > 0) tally.rejected += 1
      if (tally.rejects.length < REJECTS_KEPT) tally.rejects.push(...rejects)
      if (staged) await writer.put(staged)
    }
  }
  await writer.end()
  return { ...tally, rejects: tally.rejects.slice(0, REJECTS_KEPT) }
}

async function* digested(chunks: AsyncIterable<Uint8Array>, digest: { update: (chunk: Uint8Array) => unknown }) {
  for await (const chunk of chunks) {
    digest.update(chunk)
    yield chunk
  }
}

function refuseEmpty({ rows }: Tally): void {
  if (rows > 0) return
  const reason = 'the file holds a header and no rows'
  throw new AppError('invalid', { detail: `Nothing was written: ${reason}.`, problems: [{ field: 'file', reason }] })
}

function refuseUnusable({ rejected, rejects }: Tally, found: Comparison, strict: boolean): void {
  const taken = found.created + found.updated + found.unchanged
  if (taken > 0 && !(strict && rejected > 0)) return
  const why = taken === 0 ? 'no record of the file can be taken' : 'the import is strict'
  const rows = rejected === 1 ? '1 row is refused' : `${rejected} rows are refused`
  throw new AppError('invalid', { detail: `Nothing was written: ${rows} and ${why}.`, problems: rejects })
}

type Written<R> = {
  kind: FileKind<R>
  tally: Tally
  comparison: Comparison
  to: Destination
  fileName: string
}

/** The batch comes first, because every record it writes names it. */
async function writeBatch<R>(store: Store, actor: Actor, { kind, tally, comparison, to, fileName }: Written<R>) {
  const id = newId()
  const { refused: _, months, ...changes } = comparison
  const { rows, rejected, rejects, sha256 } = tally
  const facts = { source: to.source, fileName, sha256, rows, ...changes, rejected }
  await store.importBatches.add({ id, kind: kind.kind, ...facts, rejects, importedBy: actor.name })
  await kind.staging(store).write(to, id)
  await recomputeMonths(store, months)
  await store.audit.append(actor, { action: `${kind.kind}.imported`, subject: id, detail: { ...facts, ...to } })
  return id
}

function reportOf(tally: Tally, comparison: Comparison, batch: { batchId: string; dryRun: boolean }): ImportReport {
  const { rows, rejected, rejects } = tally
  const { created, updated, unchanged, refused, months } = comparison
  const records = created + updated + unchanged + refused
  const batchId = batch.dryRun ? null : batch.batchId
  return { batchId, dryRun: batch.dryRun, rows, records, created, updated, unchanged, rejected, rejects, months }
}
