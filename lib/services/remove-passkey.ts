import { passkeys } from '@/lib/db/repositories/passkeys'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorizeSelf } from './authorize'
import { logOwnAct } from './log-own-act'
import { ownPerson } from './own-person'

type Input = { id: string; evenLast: boolean }

/**
 * Takes a passkey of the actor's own away; from then on it signs nobody in. Throws step-up, forbidden, not-found, and
 * conflict when it is their last way back in and they did not say that they know (`evenLast`).
 */
export async function removePasskey(actor: Actor, { id, evenLast }: Input): Promise<void> {
  await authorizeSelf(actor, 'passkey:change')
  const { userId } = ownPerson(actor)
  await logOwnAct(actor, async (tx) => {
    const { name } = await passkeys(tx).remove(id, userId)
    if (!evenLast && (await passkeys(tx).waysIn(userId)) === 0) {
      throw new AppError('conflict', {
        detail:
          'This is your last way to sign in: without it only an administrator’s sign-in link brings you back. Add another passkey first, or ask again with evenLast=true.',
      })
    }
    return { result: undefined, events: [{ action: 'passkey.removed', subject: id, detail: { name } }] }
  })
}
