import type pg from 'pg'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { MigrationFile } from './migration-files'

const Row = z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() })

/** Names of the migrations a database still lacks, oldest first. */
export async function pendingMigrations(
  client: pg.ClientBase | pg.Pool,
  files: readonly MigrationFile[],
): Promise<string[]> {
  const rows = await appliedIn(client)
  refuseStrangers(rows, files)
  const done = new Set(rows.filter(({ finished }) => finished).map(({ name }) => name))
  return files.map(({ name }) => name).filter((name) => !done.has(name))
}

async function appliedIn(client: pg.ClientBase | pg.Pool): Promise<z.infer<typeof Row>[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`)
  if (!found[0]?.exists) return []
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return z.array(Row).parse(rows)
}

/** A database that a newer version has changed, or a script that was edited after it ran, is nothing to build on. */
function refuseStrangers(rows: readonly z.infer<typeof Row>[], files: readonly MigrationFile[]): void {
  const checksums = new Map(files.map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum, finished } of rows) {
    const expected = checksums.get(name)
    if (expected === undefined) {
      throw new AppError('conflict', {
        detail: `The database has the migration ${name}, which this version does not know. Use the newer version it came from.`,
      })
    }
    if (finished && expected !== checksum) {
      throw new AppError('conflict', {
        detail: `The migration ${name} was changed after this database had applied it.`,
      })
    }
  }
}
