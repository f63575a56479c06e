import { readWithoutTenant } from '@/lib/db/read-scope'
import { providerWithSecret } from '@/lib/db/repositories/identity-providers'
import { AppError } from '@/lib/kernel/app-error'
import { discover } from './oidc-discovery'
import type { OidcParty } from './oidc-exchange'

/** The provider with this id, as it describes itself now. Throws not-found, and `unavailable` when it does not answer. */
export async function oidcParty(id: string): Promise<OidcParty> {
  const kept = await readWithoutTenant((tx) => providerWithSecret(tx, id))
  if (!kept) throw new AppError('not-found', { detail: 'There is no such way to sign in.' })
  try {
    return { ...kept, issuer: await discover(kept.provider.issuer) }
  } catch (cause) {
    // Why is the operator's to know; whoever signs in can only try again.
    throw new AppError('unavailable', { detail: `${kept.provider.name} cannot be reached at the moment.`, cause })
  }
}
