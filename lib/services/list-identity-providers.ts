import { readWithoutTenant } from '@/lib/db/read-scope'
import { identityProvidersOf } from '@/lib/db/repositories/identity-providers'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { IdentityProvider } from '@/lib/model/identity-provider'

/** Every provider in full, without secrets. Throws forbidden but for the operator. */
export async function listIdentityProviders(actor: Actor): Promise<IdentityProvider[]> {
  if (actor.kind !== 'operator') throw new AppError('forbidden')
  return readWithoutTenant(identityProvidersOf)
}
