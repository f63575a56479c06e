import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityProvider, type TestProvider, type Visitor } from '@/lib/testing/identity-provider'
import { proofline } from './command-line'
import { fresh } from './organizations'

/** Of whose addresses a journey's provider is believed. */
const DOMAIN = 'contoso.example'

/** A provider that runs beside the product and that people can sign in with. */
export type JourneyProvider = TestProvider & { id: string; name: string }

/** Starts a real OpenID provider and lets the product trust it, as whoever owns the machine does: by the command line. */
export async function newProvider(name: string): Promise<JourneyProvider> {
  const id = fresh(name.toLowerCase())
  const redirectUri = `${process.env.PROOFLINE_E2E_URL}/api/auth/callback/${id}`
  const running = await identityProvider({ redirectUri, host: 'localhost', alg: 'ES256' })
  const folder = await mkdtemp(join(tmpdir(), 'proofline-secret-'))
  try {
    const file = join(folder, 'client-secret')
    await writeFile(file, `${running.secret}\n`, { mode: 0o600 })
    const { issuer, clientId } = running
    const told = { id, name: id, issuer, 'client-id': clientId, 'client-secret-file': file, 'group-claim': 'groups' }
    const options = Object.entries(told).flatMap(([option, value]) => [`--${option}`, value])
    await proofline('provider', 'add', ...options, '--scopes', 'openid email profile groups', '--any-address')
  } finally {
    await rm(folder, { recursive: true })
  }
  return Object.assign(running, { id, name: id })
}

/** Ends the provider and lets nobody sign in with it any more. */
export async function endProvider({ id, close }: JourneyProvider): Promise<void> {
  await proofline('provider', 'remove', id)
  await close()
}

/** Somebody of the provider's, in these groups. */
export const visitorOf = (name: string, ...groups: readonly string[]): Visitor => ({
  sub: fresh(name.toLowerCase()),
  email: `${fresh(name.toLowerCase())}@${DOMAIN}`,
  email_verified: true,
  name: `${name} of Contoso`,
  groups,
})
