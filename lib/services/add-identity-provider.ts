import { identityProviders, identityProvidersOf } from '@/lib/db/repositories/identity-providers'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { IdentityProvider } from '@/lib/model/identity-provider'
import { logOwnAct } from './log-own-act'

type Input = {
  provider: IdentityProvider
  /** Null for a public client. */
  secret: string | null
  /** The operator accepts that one of several providers is believed about any address. */
  anyAddress?: boolean
}

/**
 * Lets people sign in with a provider, or changes what is known of it. It is the operator's alone, and in the log of every
 * organization, because it concerns who can enter each of them. Throws conflict, forbidden for everybody else, and invalid
 * where one of several providers would be believed about any address although nobody said so.
 */
export async function addIdentityProvider(
  actor: Actor,
  { provider, secret, anyAddress = false }: Input,
): Promise<IdentityProvider> {
  if (actor.kind !== 'operator') throw new AppError('forbidden')
  const { id, ...detail } = provider
  return logOwnAct(actor, async (tx) => {
    if (!anyAddress) refuseWideOnes([...(await identityProvidersOf(tx)).filter((other) => other.id !== id), provider])
    await identityProviders(tx).put(provider, secret, new Date())
    return { result: provider, events: [{ action: 'identity-provider.added', subject: id, detail }] }
  })
}

/** Of several providers, one that is believed about any address can link itself to the people of the others (ASVS 6.8.1). */
function refuseWideOnes(providers: readonly IdentityProvider[]): void {
  const wide = providers.filter(({ emailDomains }) => emailDomains.length === 0).map(({ id }) => `"${id}"`)
  if (providers.length < 2 || wide.length === 0) return
  throw new AppError('invalid', {
    detail: `emailDomains: with more than one provider each needs the domains it is believed about, and ${wide.join(', ')} has none. Give them with --email-domain, or accept with --any-address that it can sign in as other providers’ people.`,
  })
}
