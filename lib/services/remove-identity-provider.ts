import { identityProviders } from '@/lib/db/repositories/identity-providers'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { logOwnAct } from './log-own-act'

/** Nobody can sign in with the provider any more, and sessions it vouched for end. Throws not-found, and forbidden. */
export async function removeIdentityProvider(actor: Actor, { id }: { id: string }): Promise<{ endedSessions: number }> {
  if (actor.kind !== 'operator') throw new AppError('forbidden')
  return logOwnAct(actor, async (tx) => {
    const endedSessions = await identityProviders(tx).disable(id, new Date())
    if (endedSessions === null) throw new AppError('not-found', { detail: `There is no provider "${id}".` })
    const event = { action: 'identity-provider.removed', subject: id, detail: { endedSessions } }
    return { result: { endedSessions }, events: [event] }
  })
}
