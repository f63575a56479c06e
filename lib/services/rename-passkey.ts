import { passkeys } from '@/lib/db/repositories/passkeys'
import type { Actor } from '@/lib/model/actor'
import type { Passkey } from '@/lib/model/passkey'
import { authorizeSelf } from './authorize'
import { logOwnAct } from './log-own-act'
import { ownPerson } from './own-person'

/** Gives a passkey of the actor's own another name. Throws step-up, forbidden, not-found. */
export async function renamePasskey(actor: Actor, { id, name }: { id: string; name: string }): Promise<Passkey> {
  await authorizeSelf(actor, 'passkey:change')
  const { userId } = ownPerson(actor)
  return logOwnAct(actor, async (tx) => ({
    result: await passkeys(tx).rename(id, userId, name),
    events: [{ action: 'passkey.renamed', subject: id, detail: { name } }],
  }))
}
