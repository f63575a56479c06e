import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { migrate, requireMigrated } from './migrate'
import { migrationFiles } from './migrations/migration-files'
import { schemaDrift } from './migrations/schema-drift'
import { requireLeastPrivilege } from './roles/least-privilege'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const history = async () =>
  (await database.owner.query('SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY started_at')).rows

describe('migrate', () => {
  test('a second time applies nothing and leaves the history as it was', async () => {
    const before = await history()
    expect(await migrate(database.ownerUrl)).toEqual({ applied: [] })
    expect(await history()).toEqual(before)
    expect(before.map(({ migration_name }) => migration_name)).toEqual(migrationFiles().map(({ name }) => name))
  })

  test('the application may ask whether the database is up to date', async () => {
    await expect(requireMigrated(database.appUrl)).resolves.toBeUndefined()
  })

  test('the migrated database is what prisma/schema says, as far as the schema engine can see', async () => {
    expect(await schemaDrift(database.ownerUrl)).toBeNull()
  })

  test('drift is named', async () => {
    await database.owner.query('CREATE TABLE stray (id uuid PRIMARY KEY)')
    expect(await schemaDrift(database.ownerUrl)).toContain('stray')
    await database.owner.query('DROP TABLE stray')
  })

  test('a script that was edited after it ran is refused by name', async () => {
    const [first] = migrationFiles()
    await database.owner.query('BEGIN')
    await database.owner.query(`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1`, [
      first?.name,
    ])
    await database.owner.query('COMMIT')
    await expect(migrate(database.ownerUrl)).rejects.toThrow(`The migration ${first?.name} was changed`)
    await database.owner.query('UPDATE _prisma_migrations SET checksum = $2 WHERE migration_name = $1', [
      first?.name,
      first?.checksum,
    ])
  })

  test('a database of a newer version is refused by name', async () => {
    await database.owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ('x', 'y', '29990101000000_future', now(), 1)`,
    )
    await expect(migrate(database.ownerUrl)).rejects.toThrow('29990101000000_future')
    await database.owner.query(`DELETE FROM _prisma_migrations WHERE id = 'x'`)
  })
})

describe('requireLeastPrivilege', () => {
  test('the application passes', async () => {
    await expect(requireLeastPrivilege(database.appUrl)).resolves.toBeUndefined()
  })

  test('the owner is refused, and the line says why', async () => {
    await expect(requireLeastPrivilege(database.ownerUrl)).rejects.toThrow(/proofline_owner, which owns the table/)
  })

  test('a superuser is refused', async () => {
    const { setupUrl } = database
    await expect(requireLeastPrivilege(setupUrl)).rejects.toThrow('is a superuser')
  })
})
