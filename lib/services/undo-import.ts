import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ImportBatch } from '@/lib/model/import-batch'
import { authorize } from './authorize'
import { recomputeMonths } from './recompute-months'
import { daysOver, refuseWhileHeld } from './refuse-while-held'

const TIMEOUT_MS = 30 * 60_000

/**
 * Takes an import back: the records it made are removed, those it changed become what they were, and the months are
 * rebuilt. Throws not-found, and conflict when it is undone already or a later import, which it names, changed the same
 * records (undo the latest first) or a hold covers them.
 */
export async function undoImport(actor: Actor, { org, id }: { org: string; id: string }): Promise<ImportBatch> {
  const admitted = await authorize(actor, org, 'import:undo')
  return forOrganization(admitted, (store) => undo(store, actor, parseId(id)), { timeoutMs: TIMEOUT_MS })
}

async function undo(store: Store, actor: Actor, id: string): Promise<ImportBatch> {
  await store.organization.lock()
  const batch = await store.importBatches.get(id)
  const records = batch.kind === 'incidents' ? store.incidentUndo : store.auditUndo
  await refuseUnsafe(store, batch, () => records.isRestorable(id))
  const months = await records.months(id)
  await refuseWhileHeld(store, [], daysOver(months.flatMap((month) => [`${month}-01`, lastDayOf(month)])))
  const changes = await records.apply(id)
  await recomputeMonths(store, months)
  await store.importBatches.markUndone(id, actor.name, new Date())
  await store.audit.append(actor, { action: 'import.undone', subject: id, detail: { ...changes, months } })
  return store.importBatches.get(id)
}

async function refuseUnsafe(store: Store, batch: ImportBatch, isRestorable: () => Promise<boolean>): Promise<void> {
  if (batch.undoneAt !== null) {
    throw new AppError('conflict', { detail: `The import was undone by ${batch.undoneBy} at ${batch.undoneAt}.` })
  }
  const later = await store.importBatches.builtUpon(batch.id)
  if (later) {
    throw new AppError('conflict', {
      detail: `A later import changed the same records: "${later.fileName}" of ${later.createdAt} (${later.id}). Undo that one first.`,
    })
  }
  if (!(await isRestorable())) {
    throw new AppError('conflict', {
      detail: 'Some of the records belonged to a deployment that has been deleted since, so they cannot go back to it.',
    })
  }
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
