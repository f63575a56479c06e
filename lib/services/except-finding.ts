import { exceptionEndFault } from '@/lib/findings/exception-end'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import type { ExceptInput } from '@/lib/model/finding-change'
import { actOnFinding, type OnFinding } from './act-on-finding'
import { dayOf } from './finding-narrowing'
import { ownerNamed } from './finding-owner'

/** Throws invalid when an exception cannot last until that day. */
export function requireExceptionEnd({ until }: ExceptInput, now: Date): void {
  const reason = exceptionEndFault(until, dayOf(now))
  if (reason) throw new AppError('invalid', { detail: `until: ${reason}`, problems: [{ field: 'until', reason }] })
}

/**
 * Accepts the risk of an open finding until a day; an exception before it ends with that. The finding leaves the open ones
 * and counts as failing all the same. Throws not-found, conflict (resolved), invalid (no member, end date).
 */
export const exceptFinding = (actor: Actor, input: OnFinding & { except: ExceptInput }): Promise<FindingDetail> =>
  actOnFinding(actor, input, 'finding:except', async (store, finding, act) => {
    requireExceptionEnd(input.except, act.at)
    if (finding.state === 'resolved') throw new AppError('conflict', { detail: 'The finding is resolved.' })
    const { ownerId, reason, until } = input.except
    const owner = await ownerNamed(store, ownerId, act.at)
    await store.findingActs.except([finding.id], { owner, reason, until }, act)
    const [before, after] = [{ exceptionUntil: finding.exceptionUntil }, { exceptionUntil: until, ownerId }]
    return { action: 'finding.excepted', detail: { owner: owner.name, until, reason }, before, after }
  })
