import type pg from 'pg'
import { withClient } from '@/lib/db/with-client'
import { APP_ROLE, OWNER_ROLE, rolePassword, scramVerifier } from './role-password'

const LIMITS = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'

/**
 * Makes or corrects the two roles of an embedded cluster and the database, as its superuser. Repeating it changes
 * nothing but the salts of the stored passwords.
 */
export async function ensureEmbeddedRoles(setupUrl: string, key: Buffer, database: string): Promise<void> {
  await withClient(setupUrl, async (client) => {
    for (const role of [OWNER_ROLE, APP_ROLE]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      const verifier = scramVerifier(rolePassword(key, role))
      await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE "${role}" ${LIMITS} PASSWORD '${verifier}'`)
    }
    await ensureDatabase(client, database)
  })
}

/** Makes a database owned by the owner's role, which the application may enter and keep temporary tables in. */
export async function ensureDatabase(client: pg.Client, database: string, template = 'template1'): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (!rowCount) await client.query(`CREATE DATABASE "${database}" OWNER "${OWNER_ROLE}" TEMPLATE "${template}"`)
  await client.query(`REVOKE ALL ON DATABASE "${database}" FROM PUBLIC`)
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE "${database}" TO "${APP_ROLE}"`)
}
