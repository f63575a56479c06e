import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseEnv } from '@/lib/env'
import { acquire, type EmbeddedDatabase } from './embedded/acquire'
import { clusterHome } from './embedded/cluster-home'
import { migrateExternal, openDatabase } from './open-database'
import { databaseUrl } from './roles/role-url'
import { withClient } from './with-client'

const KEY = Buffer.alloc(32, 5)
const silent = () => {}
let dataDir = ''
let cluster: EmbeddedDatabase

/** Somebody else's server: this cluster without what Proofline made in it. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'proofline-external-'))
  chmodSync(dataDir, 0o711)
  cluster = await acquire(dataDir)
})
afterAll(async () => {
  await cluster.release()
  const { path } = await clusterHome(dataDir, silent)
  for (const folder of [path, dataDir]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const administer = (...statements: readonly string[]) =>
  withClient(cluster.setupUrl, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
const as = (role: string, database = 'theirs') => {
  const url = new URL(databaseUrl(cluster.setupUrl, database))
  url.username = role
  url.password = 'secret'
  return url.href
}
const settings = (url: string) =>
  parseEnv({ DATABASE_URL: url, PROOFLINE_KEY: KEY.toString('base64'), PROOFLINE_DATA_DIR: dataDir }, '/')
const open = (url: string) => openDatabase(settings(url), silent)

beforeEach(() =>
  administer(
    'DROP DATABASE IF EXISTS theirs WITH (FORCE)',
    'DROP DATABASE IF EXISTS proofline WITH (FORCE)',
    'DROP ROLE IF EXISTS proofline_app',
    'DROP ROLE IF EXISTS dba',
    "CREATE ROLE dba LOGIN CREATEROLE PASSWORD 'secret'",
    'CREATE DATABASE theirs OWNER dba',
  ),
)

describe("a database of somebody else's", () => {
  test('is given its role and its schema, and the application gets in with the derived password', async () => {
    const { appUrl, ownerUrl, applied } = await open(as('dba'))
    expect(applied.length).toBeGreaterThan(0)
    expect(ownerUrl).toBe(as('dba'))
    const { rows } = await withClient(appUrl, (client) =>
      client.query('SELECT current_user AS role, count(*)::int AS seen FROM organizations'),
    )
    expect(rows).toEqual([{ role: 'proofline_app', seen: 0 }])
  })

  test('is left as it is the second time', async () => {
    await open(as('dba'))
    expect((await open(as('dba'))).applied).toEqual([])
  })

  test("may be named by the application's own address, which migrates nothing", async () => {
    const { appUrl } = await open(as('dba'))
    expect(await open(appUrl)).toMatchObject({ appUrl, ownerUrl: null, applied: [] })
  })

  test('is refused to the application as long as it lacks migrations, and the line says what to run', async () => {
    await administer("CREATE ROLE proofline_app LOGIN PASSWORD 'secret'")
    await expect(open(as('proofline_app'))).rejects.toThrow(/lacks .*_init.*proofline -- migrate/)
  })

  test('of an owner who may make no roles needs one made beforehand', async () => {
    await administer('ALTER ROLE dba NOCREATEROLE')
    await expect(open(as('dba'))).rejects.toThrow('CREATE ROLE proofline_app LOGIN')
    await administer("CREATE ROLE proofline_app LOGIN PASSWORD 'secret'")
    await migrateExternal(as('dba'), null)
    expect((await open(as('proofline_app'))).ownerUrl).toBeNull()
  })

  test('whose role has a password of its own is served by naming that role', async () => {
    await administer('ALTER ROLE dba NOCREATEROLE', "CREATE ROLE proofline_app LOGIN PASSWORD 'secret'")
    await expect(open(as('dba'))).rejects.toThrow('has a password of its own')
  })

  test('without a key cannot be given a role', async () => {
    await expect(migrateExternal(as('dba'), null)).rejects.toThrow('PROOFLINE_KEY is required')
  })

  test('whose application would be a superuser is refused', async () => {
    await administer("CREATE ROLE proofline_app SUPERUSER LOGIN PASSWORD 'secret'")
    await expect(open(as('dba'))).rejects.toThrow('is a superuser')
  })

  test('that is not there is named by host, never with its password', async () => {
    const failure = await open('postgresql://dba:hunter2@127.0.0.1:1/theirs').catch(String)
    expect(failure).toContain('127.0.0.1:1')
    expect(failure).not.toContain('hunter2')
  })
})
