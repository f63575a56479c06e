import type { HeldFinding } from '@/lib/db/repositories/finding-acts'
import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { type FindingChange, type FindingChanged, MOST_FILTERED } from '@/lib/model/finding-change'
import { actOf } from './act-on-finding'
import { authorize } from './authorize'
import { requireExceptionEnd } from './except-finding'
import { findingNarrowing } from './finding-narrowing'
import { ownerNamed } from './finding-owner'

type Input = { org: string; change: FindingChange; now?: Date }

const TIMEOUT_MS = 120_000

/**
 * Assigns many findings, or accepts the risk of many, all or none. Findings that are so already, and resolved ones of which
 * a risk is to be accepted, stay as they are. With `dryRun` nothing changes and the answer is the same. Throws not-found
 * (organization, connection, one of the ids), invalid (no act, no member, end date), too-large (the filter leaves too many).
 */
export async function changeFindings(actor: Actor, { org, change, now = new Date() }: Input): Promise<FindingChanged> {
  const { assign, except } = change
  if ((assign === undefined) === (except === undefined)) throw oneAct()
  const admitted = await authorize(actor, org, except ? 'finding:except' : 'finding:write')
  if (except) requireExceptionEnd(except, now)
  const work = async (store: Store): Promise<FindingChanged> => {
    const held = await selected(store, actor, change, now)
    const act = actOf(actor, now)
    const said = except
      ? await acceptAll(store, held, except, act)
      : await assignAll(store, held, assign?.ownerId ?? null, act)
    const changed = said.ids.length
    if (changed > 0) {
      const filter = 'filter' in change.which ? { filter: change.which.filter } : {}
      const detail = { findings: held.length, changed, ...filter, ...said.detail }
      const event = { action: said.action, subject: admitted.organizationId, detail, after: { ids: said.ids } }
      await store.audit.append(actor, event)
    }
    return { findings: held.length, changed }
  }
  return forOrganization(admitted, work, { dryRun: change.dryRun, timeoutMs: TIMEOUT_MS })
}

function oneAct(): AppError {
  const reason = 'give either this or "except"'
  return new AppError('invalid', { detail: `assign: ${reason}`, problems: [{ field: 'assign', reason }] })
}

async function selected(store: Store, actor: Actor, { which }: FindingChange, now: Date): Promise<HeldFinding[]> {
  if ('ids' in which) {
    const ids = [...new Set(which.ids.map((id) => id.toLowerCase()))]
    const held = await store.findingActs.hold(ids)
    if (held.length < ids.length) throw new AppError('not-found')
    return held
  }
  const narrowing = await findingNarrowing(store, actor, which.filter, now)
  const ids = await store.findingActs.idsOf(narrowing, MOST_FILTERED + 1)
  if (ids.length <= MOST_FILTERED) return store.findingActs.hold(ids)
  throw new AppError('too-large', {
    detail: `The filter leaves more than ${MOST_FILTERED} findings; narrow it further.`,
  })
}

type Done = { action: string; ids: string[]; detail: object }
type ActedBy = ReturnType<typeof actOf>

async function assignAll(
  store: Store,
  held: readonly HeldFinding[],
  ownerId: string | null,
  act: ActedBy,
): Promise<Done> {
  const owner = ownerId === null ? null : await ownerNamed(store, ownerId, act.at)
  const ids = held.filter((finding) => finding.ownerId !== (owner?.id ?? null)).map(({ id }) => id)
  await store.findingActs.assign(ids, owner, act)
  return { action: 'finding.assigned-in-bulk', ids, detail: { owner: owner?.name ?? null } }
}

async function acceptAll(
  store: Store,
  held: readonly HeldFinding[],
  { ownerId, reason, until }: NonNullable<FindingChange['except']>,
  act: ActedBy,
): Promise<Done> {
  const owner = await ownerNamed(store, ownerId, act.at)
  const ids = held.filter(({ state }) => state === 'open').map(({ id }) => id)
  await store.findingActs.except(ids, { owner, reason, until }, act)
  return { action: 'finding.excepted-in-bulk', ids, detail: { owner: owner.name, until, reason } }
}
