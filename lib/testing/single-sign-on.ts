import { operator } from '@/lib/auth/operator'
import { forOrganization } from '@/lib/db/store'
import { env, overrideEnv } from '@/lib/env'
import type { Role } from '@/lib/model/actor'
import { addIdentityProvider } from '@/lib/services/add-identity-provider'
import { identityProvider, type TestProvider } from './identity-provider'

type Setup = Omit<Parameters<typeof identityProvider>[0], 'redirectUri'> & {
  id?: string
  groupClaim?: string | null
  emailDomains?: string[]
}

/** A provider that runs and that people can sign in with, as `proofline provider add` sets it up. */
export async function trustedProvider({
  id = 'contoso',
  groupClaim = 'groups',
  emailDomains = [],
  ...setup
}: Setup = {}) {
  overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  const running: TestProvider = await identityProvider({
    ...setup,
    redirectUri: `${env().url}/api/auth/callback/${id}`,
  })
  const scopes = ['openid', 'email', 'profile', 'groups']
  const { issuer, clientId } = running
  await addIdentityProvider(await operator(), {
    provider: { id, name: 'Contoso', issuer, clientId, scopes, groupClaim, emailDomains },
    secret: setup.isPublic ? null : running.secret,
    anyAddress: true,
  })
  return running
}

/** A group of a provider is worth a role in an organization from now on. */
export const mapGroup = (organizationId: string, group: string, role: Role, provider = 'contoso') =>
  forOrganization(organizationId, ({ groupRoles }) => groupRoles.add({ provider, group, role }))
