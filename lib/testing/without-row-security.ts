import { randomBytes } from 'node:crypto'
import { useDatabase } from '@/lib/db/client'
import { APP_ROLE } from '@/lib/db/roles/role-password'
import { withClient } from '@/lib/db/with-client'

/**
 * The address of the same database for a role with the application's grants that row-level security does not hold. As
 * the cluster's superuser, who alone can make one.
 */
export async function unwalledUrl(setupUrl: string): Promise<string> {
  const [name, password] = [`unwalled_${randomBytes(4).toString('hex')}`, randomBytes(16).toString('hex')]
  const { pathname } = new URL(setupUrl)
  await withClient(setupUrl, async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN BYPASSRLS PASSWORD '${password}' IN ROLE "${APP_ROLE}"`)
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE "${pathname.slice(1)}" TO ${name}`)
  })
  const url = new URL(setupUrl)
  url.username = name
  url.password = password
  return url.href
}

/** Takes the second wall away from this process: it connects as that role. Returns what puts it back. */
export async function withoutRowSecurity({ setupUrl, appUrl }: { setupUrl: string; appUrl: string }) {
  useDatabase(await unwalledUrl(setupUrl))
  return () => useDatabase(appUrl)
}
