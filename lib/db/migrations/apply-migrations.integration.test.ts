import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { applyMigrations } from './apply-migrations'
import { type MigrationFile, migrationFiles } from './migration-files'
import { pendingMigrations } from './pending-migrations'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const file = (name: string, script: string): MigrationFile => ({
  name,
  script,
  checksum: createHash('sha256').update(script).digest('hex'),
})
const apply = (added: readonly MigrationFile[]) =>
  applyMigrations(
    database.ownerUrl,
    [...migrationFiles(), ...added],
    added.map(({ name }) => name),
  )
const exists = async (table: string) =>
  (await database.owner.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table])).rows[0]?.exists
const recorded = async (name: string) =>
  (await database.owner.query('SELECT FROM _prisma_migrations WHERE migration_name = $1', [name])).rowCount

describe('applyMigrations', () => {
  beforeEach(() => database.owner.query('DROP TABLE IF EXISTS probe, other'))

  test('a script is read by Postgres: semicolons in comments, strings and functions do not cut it', async () => {
    const script = `-- first this; then that
      CREATE TABLE probe (note text DEFAULT 'a;b');
      CREATE FUNCTION probe_note() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x;y'; END $$;`
    expect(await apply([file('29990101000001_whole', script)])).toEqual(['29990101000001_whole'])
    const { rows } = await database.owner.query('INSERT INTO probe DEFAULT VALUES RETURNING note, probe_note() AS made')
    expect(rows).toEqual([{ note: 'a;b', made: 'x;y' }])
  })

  test('one that fails leaves neither its tables nor a record, names itself, its reason and its line', async () => {
    const broken = file('29990101000002_broken', 'CREATE TABLE probe (id int);\n\nSELECT nothing FROM probe;')
    await expect(apply([broken])).rejects.toThrow(
      'The migration 29990101000002_broken failed: column "nothing" does not exist (line 3)',
    )
    expect([await exists('probe'), await recorded(broken.name)]).toEqual([false, 0])
  })

  test('once mended it applies, without anybody repairing the history', async () => {
    const name = '29990101000003_mended'
    await expect(apply([file(name, 'CREATE TABLE probe (')])).rejects.toThrow(name)
    expect(await apply([file(name, 'CREATE TABLE probe (id int)')])).toEqual([name])
  })

  test('those before the one that fails stay applied', async () => {
    const good = file('29990101000004_good', 'CREATE TABLE other (id int)')
    await expect(apply([good, file('29990101000005_bad', 'nonsense')])).rejects.toThrow('29990101000005_bad')
    expect([await exists('other'), await recorded(good.name)]).toEqual([true, 1])
  })

  test('two processes at once apply it once', async () => {
    const added = [file('29990101000006_once', 'CREATE TABLE probe (id int)')]
    const applied = await Promise.all([apply(added), apply(added), apply(added)])
    expect(applied.flat()).toEqual(['29990101000006_once'])
  })

  test('what was applied is no longer pending', async () => {
    const added = file('29990101000007_done', 'CREATE TABLE probe (id int)')
    const { rows } = await database.owner.query('SELECT migration_name AS name, checksum FROM _prisma_migrations')
    const known: MigrationFile[] = rows.map(({ name, checksum }) => ({ name, checksum, script: '' }))
    expect(await pendingMigrations(database.owner, [...known, added])).toEqual([added.name])
    await apply([added])
    expect(await pendingMigrations(database.owner, [...known, added])).toEqual([])
  })
})
