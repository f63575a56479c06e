import type { Tally } from '@/lib/access/burst'
import { riskSignals } from '@/lib/db/repositories/risk-signals'
import { withoutTenant } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'

/**
 * Counts one more of something against an actor's session or token, in one short transaction; too much of it in a while
 * becomes a signal. Whoever owns the machine has neither, and is not counted.
 */
export async function countAgainst(actor: Actor, tally: Tally, amount: number, now: Date): Promise<void> {
  const { sessionId } = actor.context
  if (sessionId === null) return
  await withoutTenant((tx) => riskSignals(tx).tally({ id: sessionId, userId: actor.userId }, tally, amount, now))
}
