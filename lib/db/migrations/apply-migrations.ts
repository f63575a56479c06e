import type pg from 'pg'
import { APP_ROLE } from '@/lib/db/roles/role-password'
import { AppError } from '@/lib/kernel/app-error'
import { type MigrationFile, migrationList } from './migration-files'
import { withSchemaEngine } from './schema-engine'

const FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Applies the named migrations in order, each with its record in one transaction of its own. Returns the names that were
 * applied here: another process may have been faster. Throws `conflict`, naming the migration and what Postgres said.
 */
export async function applyMigrations(
  ownerUrl: string,
  files: readonly MigrationFile[],
  names: readonly string[],
): Promise<string[]> {
  const applied: string[] = []
  let scriptError: unknown
  const apply = withSchemaEngine(
    ownerUrl,
    async (engine, pool) => {
      for (const [index, { name }] of files.entries()) {
        if (!names.includes(name)) continue
        const migrationsList = migrationList(files.slice(0, index + 1))
        const work = () => engine.applyMigrations({ migrationsList, filters: FILTERS })
        applied.push(...(await inTransaction(pool, work)).appliedMigrationNames)
      }
      return applied
    },
    (error) => {
      scriptError = error
    },
  )
  return apply.catch((cause: unknown) => {
    const at = files.find(({ name }) => names.includes(name) && !applied.includes(name))
    const detail = `The migration ${at?.name} failed: ${explain(scriptError ?? cause, at)}`
    throw new AppError('conflict', { detail, cause })
  })
}

async function inTransaction<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  await pool.query('BEGIN')
  try {
    await pool.query(`SELECT pg_advisory_xact_lock(hashtext('proofline migrations'))`)
    const result = await work()
    await pool.query(`GRANT SELECT ON _prisma_migrations TO "${APP_ROLE}"`)
    await pool.query('COMMIT')
    return result
  } catch (error) {
    await pool.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Postgres's own words and, where it gave a position, the line of the script. */
function explain(error: unknown, file: MigrationFile | undefined): string {
  if (!(error instanceof Error)) return String(error)
  const position = 'position' in error ? Number(error.position) : Number.NaN
  const line = file && position > 0 ? ` (line ${file.script.slice(0, position).split('\n').length})` : ''
  return `${error.message.split('\n   0:')[0]?.trim()}${line}`
}
