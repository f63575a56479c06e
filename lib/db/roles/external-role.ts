import type pg from 'pg'
import { withClient } from '@/lib/db/with-client'
import { hasCode } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { APP_ROLE, rolePassword, scramVerifier } from './role-password'

const NOT_ALLOWED = '42501'

/**
 * Makes sure that the role `proofline_app` exists on a server of somebody else's, before migrations grant it anything.
 * With a key its password becomes the derived one, where the owner is allowed to set it; a role made by the server's
 * administrator keeps its own. Throws `conflict` when the role is too strong, `unavailable` when it cannot be made.
 */
export async function ensureExternalRole(ownerUrl: string, key: Buffer | null): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('proofline roles'))`)
    const { rows } = await client.query('SELECT rolsuper OR rolbypassrls AS strong FROM pg_roles WHERE rolname = $1', [
      APP_ROLE,
    ])
    if (rows[0]?.strong) {
      throw new AppError('conflict', { detail: `The role ${APP_ROLE} is a superuser or bypasses row-level security.` })
    }
    await (rows[0] ? setPassword(client, key) : create(client, key))
    await client.query(
      `DO $$ BEGIN EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO ${APP_ROLE}', current_database()); END $$`,
    )
    await client.query('COMMIT')
  })
}

const password = (key: Buffer) => `PASSWORD '${scramVerifier(rolePassword(key, APP_ROLE))}'`

async function setPassword(client: pg.Client, key: Buffer | null): Promise<void> {
  if (!key) return
  await client.query('SAVEPOINT before_password')
  try {
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN ${password(key)}`)
  } catch (error) {
    if (!hasCode(error, NOT_ALLOWED)) throw error
    await client.query('ROLLBACK TO SAVEPOINT before_password')
  }
}

async function create(client: pg.Client, key: Buffer | null): Promise<void> {
  if (!key) {
    throw new AppError('invalid', {
      detail: `PROOFLINE_KEY is required to make the role ${APP_ROLE}, which is missing.`,
    })
  }
  try {
    await client.query(`CREATE ROLE ${APP_ROLE} LOGIN ${password(key)}`)
  } catch (cause) {
    if (!hasCode(cause, NOT_ALLOWED)) throw cause
    throw new AppError('unavailable', {
      detail: `The role of DATABASE_URL may not make roles. Let an administrator run: CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '…';`,
      cause,
    })
  }
}
