import { AppError } from '@/lib/kernel/app-error'
import { installJobQueue } from './job-queue-schema'
import { applyMigrations } from './migrations/apply-migrations'
import { migrationFiles } from './migrations/migration-files'
import { pendingMigrations } from './migrations/pending-migrations'
import { withClient } from './with-client'

/**
 * Brings a database to this version's schema, as the role that owns it, and returns the names of the migrations it
 * applied; none when it was up to date. Each migration and its record in `_prisma_migrations` are one transaction under
 * an advisory lock, so a process that is killed leaves nothing half done and two at once apply each migration once.
 * The job queue's own tables come after them. The application's role must exist. Throws `conflict`, naming the migration.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const files = migrationFiles()
  const pending = await withClient(ownerUrl, (client) => pendingMigrations(client, files))
  const applied = pending.length === 0 ? [] : await applyMigrations(ownerUrl, files, pending)
  await installJobQueue(ownerUrl)
  return { applied }
}

/** Throws `unavailable` when a database lacks migrations of this version. The application's role may ask. */
export async function requireMigrated(url: string): Promise<void> {
  const pending = await withClient(url, (client) => pendingMigrations(client, migrationFiles()))
  if (pending.length === 0) return
  throw new AppError('unavailable', {
    detail: `The database lacks ${pending.join(', ')}. Run: npm run -s proofline -- migrate`,
  })
}
