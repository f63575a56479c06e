import { type Env, hasCode } from '@/lib/env'
import { installationKeys, oldestKey } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import { acquire } from './embedded/acquire'
import { migrate, requireMigrated } from './migrate'
import { ensureExternalRole } from './roles/external-role'
import { APP_ROLE } from './roles/role-password'
import { appUrl } from './roles/role-url'
import { withClient } from './with-client'

export type OpenDatabase = {
  /** The migrated database as the role that owns nothing. */
  appUrl: string
  /** The same as the owner; null when only the application's own address is known here. */
  ownerUrl: string | null
  /** The migrations that were applied now. */
  applied: string[]
  /** Gives back the embedded server; does nothing to somebody else's. */
  release(): Promise<void>
}

const WRONG_PASSWORD = '28P01'
const nothing = async () => {}

/**
 * The database of these settings, with its roles and migrated: the embedded one, started when it does not run, or the
 * one of DATABASE_URL. That may name the owner, from which the application's address is derived, or the application
 * itself, which cannot migrate. `say` gets one line for each thing a person should know.
 */
export async function openDatabase(settings: Env, say: (line: string) => void): Promise<OpenDatabase> {
  installationKeys(settings)
  if (settings.databaseUrl) return openExternal(settings.databaseUrl, oldestKey(settings))
  const embedded = await acquire(settings.dataDir, { say })
  try {
    const { applied } = await migrate(embedded.ownerUrl)
    return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl, applied, release: embedded.release }
  } catch (error) {
    await embedded.release()
    throw error
  }
}

/** Brings somebody else's server to this version. Without a key the application's role must exist already. */
export async function migrateExternal(ownerUrl: string, key: Buffer | null): Promise<{ applied: string[] }> {
  await ensureExternalRole(ownerUrl, key)
  return migrate(ownerUrl)
}

async function openExternal(url: string, key: Buffer): Promise<OpenDatabase> {
  if (await isApplication(url)) {
    await requireMigrated(url)
    return { appUrl: url, ownerUrl: null, applied: [], release: nothing }
  }
  const { applied } = await migrateExternal(url, key)
  const application = appUrl(url, key)
  await requirePassword(application)
  return { appUrl: application, ownerUrl: url, applied, release: nothing }
}

async function isApplication(url: string): Promise<boolean> {
  const { rows } = await withClient(url, (client) => client.query('SELECT current_user AS role'))
  return rows[0]?.role === APP_ROLE
}

async function requirePassword(url: string): Promise<void> {
  try {
    await withClient(url, nothing)
  } catch (cause) {
    if (!(cause instanceof AppError && hasCode(cause.cause, WRONG_PASSWORD))) throw cause
    const detail = `The role ${APP_ROLE} has a password of its own. Migrate as the owner, then serve with DATABASE_URL naming ${APP_ROLE}.`
    throw new AppError('forbidden', { detail, cause })
  }
}
