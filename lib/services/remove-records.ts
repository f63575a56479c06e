import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Admission } from '@/lib/model/admission'
import type { PlannedKind, Removal } from '@/lib/model/removal'
import { authorize } from './authorize'
import { beginRemoval } from './begin-removal'
import { clearRemovedFiles } from './clear-removed-files'

/** Each batch looks through all that is left, so few large ones are quicker than many small ones. */
const BATCH = 20_000
const TIMEOUT_MS = 5 * 60_000
/** A request is answered before anything between it and its asker gives up. */
const SLICE_MS = 20_000

type Input = { org: string; id: string; digest: string; now?: Date; sliceMs?: number }

/**
 * Removes exactly what a report says that is still true, batch by batch; repeated, it goes on where it stopped. Returns it
 * as `removing` when its slice of time was over, `stopped` when a hold was placed meanwhile, else `done`; files go once
 * nothing can bring their rows back. Throws not-found, forbidden, step-up, and conflict as beginRemoval does.
 */
export async function removeRecords(
  actor: Actor,
  { org, id, digest, now = new Date(), sliceMs = SLICE_MS }: Input,
): Promise<Removal> {
  const admitted = await authorize(actor, org, 'retention:write')
  const removal = parseId(id)
  const until = Date.now() + sliceMs
  let step = await held(admitted, removal, async (store, found) => {
    if (found.state !== 'removing') return beginRemoval(store, actor, { removal: found, digest, now })
    if (found.digest === digest) return found
    throw new AppError('conflict', { detail: 'This is not the report that was agreed to.' })
  })
  while (step.state === 'removing' && nextKind(step)) {
    if (Date.now() >= until) return step
    step = await held(admitted, removal, (store, found) => oneBatch(store, actor, found))
  }
  await clearRemovedFiles(admitted.organizationId, step)
  return step.state === 'removing' ? held(admitted, removal, (store, found) => end(store, actor, found, 'done')) : step
}

/** One transaction that holds the organization, against holds and other removals, and the removal. */
const held = (at: Admission, id: string, work: (store: Store, removal: Removal) => Promise<Removal>) =>
  forOrganization(
    at,
    async (store) => {
      await store.organization.lock()
      return work(store, await store.removals.lock(id))
    },
    { timeoutMs: TIMEOUT_MS },
  )

const removedOf = ({ removed }: Removal, kind: PlannedKind['kind']): number =>
  removed?.kinds.find((one) => one.kind === kind)?.records ?? 0

/** The first kind of which not all is removed that was planned. */
const nextKind = (removal: Removal): PlannedKind | undefined =>
  removal.report.kinds.find((planned) => removedOf(removal, planned.kind) < planned.records)

async function oneBatch(store: Store, actor: Actor, removal: Removal): Promise<Removal> {
  const { removed, report } = removal
  const planned = nextKind(removal)
  if (removal.state !== 'removing' || !removed || !planned) return removal
  if (await wasHeldSince(store, removed.begunAt)) return end(store, actor, removal, 'stopped')
  const { kind, before, records } = planned
  const left = Math.min(BATCH, records - removedOf(removal, kind))
  const ids = await store.agedRecords.free({ kind, before, today: report.day }, left)
  // Somebody was faster: less is there than was planned.
  if (ids.length === 0) return end(store, actor, removal, 'stopped')
  const gone = await store.recordRemoval.remove(kind, ids, new Date(removed.begunAt))
  const kinds = removed.kinds.map((one) => (one.kind === kind ? { ...one, records: one.records + gone } : one))
  return store.removals.progress(removal.id, { ...removed, kinds })
}

const wasHeldSince = async ({ legalHolds }: Store, begunAt: string): Promise<boolean> =>
  (await legalHolds.list()).some(({ releasedAt, placedAt }) => releasedAt === null && placedAt > begunAt)

async function end(store: Store, actor: Actor, removal: Removal, state: 'done' | 'stopped'): Promise<Removal> {
  if (removal.state !== 'removing') return removal
  const action = state === 'done' ? 'removal.done' : 'removal.stopped'
  const detail = { digest: removal.digest, counts: removal.removed?.kinds ?? [] }
  await store.audit.append(actor, { action, subject: removal.id, detail })
  return store.removals.end(removal.id, state, { name: actor.name, at: new Date() })
}
