import { readWithoutTenant } from '@/lib/db/read-scope'
import { userNamed } from '@/lib/db/repositories/own-sessions'
import type { StoredPasskey } from '@/lib/db/repositories/passkeys'
import { members, named } from '@/lib/db/repositories/people'
import { riskSignals } from '@/lib/db/repositories/risk-signals'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'
import { logOwnAct } from './log-own-act'

type Seen = { counter: number; address: string | null; sessionId: string | null; now: Date }

/**
 * A passkey signed with a counter that was used before: somebody may have a copy of it. Tells every organization its
 * person belongs to and counts against every session they have open; the act itself is refused by the caller.
 */
export async function noticeClonedPasskey(passkey: StoredPasskey, { now, counter, ...where }: Seen): Promise<void> {
  const { id, userId, name } = passkey
  const [person, memberships] = await readWithoutTenant((tx) =>
    Promise.all([userNamed(tx, userId), members(tx).of(userId, now)]),
  )
  const actor: Actor = {
    kind: 'person',
    userId,
    name: person?.name ?? 'unknown',
    memberships: await named(memberships),
    context: { ...LOCAL_CONTEXT, method: 'passkey', ...where },
  }
  const detail = { name, counterBefore: passkey.counter, counter }
  await logOwnAct(actor, async (tx) => {
    await riskSignals(tx).addToPerson(userId, 'passkey-counter', { counterBefore: passkey.counter, counter }, now)
    return { result: undefined, events: [{ action: 'passkey.counter-fell', subject: id, detail }] }
  })
}
