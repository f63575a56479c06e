import { identityProviders } from '@/lib/db/repositories/identity-providers'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { IdentityProvider } from '@/lib/model/identity-provider'
import { logOwnAct } from './log-own-act'

type Input = {
  provider: IdentityProvider
  /** Null for a public client. */
  secret: string | null
}

/**
 * Lets people sign in with a provider, or changes what is known of it. It is the operator's alone, and in the log of every
 * organization, because it concerns who can enter each of them. Throws conflict, and forbidden for everybody else.
 */
export async function addIdentityProvider(actor: Actor, { provider, secret }: Input): Promise<IdentityProvider> {
  if (actor.kind !== 'operator') throw new AppError('forbidden')
  const { id, ...detail } = provider
  return logOwnAct(actor, async (tx) => {
    await identityProviders(tx).put(provider, secret, new Date())
    return { result: provider, events: [{ action: 'identity-provider.added', subject: id, detail }] }
  })
}
