import { sha256 } from '@/lib/db/sha256'
import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Actor } from '@/lib/model/actor'
import type { RecordKind } from '@/lib/model/record-kind'
import type { PlannedKind, Removal, Removed } from '@/lib/model/removal'
import { removalReport } from './removal-report'

/** A report of last week is no report of what is there now. */
const VALID_MS = 7 * 86_400_000
/** Of what has files the rows stay, so all of them are marked at once, where the report was found true. */
const FILED: readonly RecordKind[] = ['snapshots', 'evidence', 'packs']

/**
 * Begins a removal that was planned: finds everything as the report says, and marks what has files. The caller holds the
 * organization. Throws conflict for another digest, and for a report that is old or no longer true.
 */
export async function beginRemoval(
  store: Store,
  actor: Actor,
  { removal, digest, now }: { removal: Removal; digest: string; now: Date },
): Promise<Removal> {
  await requireTrue(store, removal, digest, now)
  const kinds: Removed['kinds'] = []
  for (const planned of removal.report.kinds) {
    const isFiled = FILED.includes(planned.kind)
    const records = isFiled ? await mark(store, planned, removal.report.day, now) : 0
    kinds.push({ kind: planned.kind, records, bytes: isFiled ? planned.bytes : null })
  }
  const counts = removal.report.kinds.map(({ kind, records }) => ({ kind, records }))
  await store.audit.append(actor, { action: 'removal.begun', subject: removal.id, detail: { digest, counts } })
  return store.removals.progress(removal.id, { begunAt: now.toISOString(), by: actor.name, kinds })
}

async function requireTrue(store: Store, removal: Removal, digest: string, now: Date): Promise<void> {
  const refuse = (why: string) => new AppError('conflict', { detail: `${why} Make a new report.` })
  if (removal.digest !== digest) throw refuse('This is not the report that was agreed to.')
  if (removal.state !== 'planned') throw refuse(`The removal is ${removal.state} already.`)
  if (now.getTime() - Date.parse(removal.plannedAt) > VALID_MS) throw refuse('The report is older than seven days.')
  const present = await removalReport(store, removal.report.day)
  if (sha256(canonicalJson(present)) === removal.digest) return
  throw refuse('Records, rules or legal holds have changed since the report was made. Nothing was removed.')
}

async function mark(store: Store, { kind, before, records }: PlannedKind, today: string, now: Date): Promise<number> {
  const ids = await store.agedRecords.free({ kind, before, today }, records + 1)
  const marked = ids.length === records ? await store.recordRemoval.remove(kind, ids, now) : null
  if (marked === records) return marked
  throw new AppError('conflict', { detail: 'Records have changed just now. Nothing was removed. Make a new report.' })
}
