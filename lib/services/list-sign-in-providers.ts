import { readWithoutTenant } from '@/lib/db/read-scope'
import { identityProvidersOf } from '@/lib/db/repositories/identity-providers'
import type { SignInProvider } from '@/lib/model/identity-provider'

/** The buttons of the sign-in page, which everybody sees; empty when no provider is set up. */
export async function listSignInProviders(): Promise<SignInProvider[]> {
  const providers = await readWithoutTenant(identityProvidersOf)
  return providers.map(({ id, name }) => ({ id, name }))
}
