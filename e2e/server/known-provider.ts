import { resolve } from 'node:path'
import { operator } from '@/lib/auth/operator'
import { withDatabase } from '@/lib/cli/with-database'
import { overrideEnv } from '@/lib/env'
import { addIdentityProvider } from '@/lib/services/add-identity-provider'

// What `proofline provider add` does, but for asking the issuer: groups of it can be mapped, and nobody signs in with it.
const [data = ''] = process.argv.slice(2)
overrideEnv({ dataDir: resolve(data) })
const provider = {
  id: 'never-asked',
  name: 'Never Asked',
  issuer: 'https://never-asked.example.org',
  clientId: 'proofline',
  scopes: ['openid'],
  groupClaim: 'groups',
  emailDomains: ['never-asked.example.org'],
}
const { id } = await withDatabase(async () =>
  addIdentityProvider(await operator(), { provider, secret: null, anyAddress: true }),
)
console.log(JSON.stringify({ id }))
