import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { derivedSecret } from '@/lib/env/key'

/** Owns the tables; migrations run as this role, nothing that serves does. */
export const OWNER_ROLE = 'proofline_owner'
/** What the application connects as: owns nothing and is held by every policy. */
export const APP_ROLE = 'proofline_app'

/**
 * A database role's password, derived from a key: nothing to store. The embedded database's comes from its superuser's
 * password, somebody else's server's from the installation's oldest key, which is the same on every machine.
 */
export const rolePassword = (key: Buffer, role: string): string =>
  derivedSecret(key, `role/${role}`).toString('base64url')

const ITERATIONS = 4096

/**
 * What Postgres stores for a password (SCRAM-SHA-256, RFC 5803). Sent instead of the password itself, so that the
 * statement may appear in a server's log without giving anything away.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}
