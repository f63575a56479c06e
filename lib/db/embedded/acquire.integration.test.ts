import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withClient } from '@/lib/db/with-client'
import { acquire, type EmbeddedDatabase } from './acquire'
import { clusterHome } from './cluster-home'
import { dataIn } from './initialise'
import { runningPostmaster } from './postmaster'
import { bornAt } from './process-identity'

let dataDir = ''
let data = ''
const enter = () => acquire(dataDir)
const server = () => runningPostmaster(data)

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'proofline-acquire-'))
  chmodSync(dataDir, 0o711)
  const database = await enter()
  data = dataIn(await clusterHome(dataDir, () => {}))
  await withClient(database.ownerUrl, (client) => client.query('CREATE TABLE kept (id serial PRIMARY KEY, note text)'))
  await database.release()
})
afterAll(async () => {
  const { path } = await clusterHome(dataDir, () => {})
  for (const folder of [path, dataDir]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Another process that opens the same data directory, writes one row and then does nothing. */
async function otherOwner(note: string) {
  const code = `
    const { acquire } = await import(${JSON.stringify(pathToFileURL(resolve('lib/db/embedded/acquire.ts')).href)})
    const { withClient } = await import(${JSON.stringify(pathToFileURL(resolve('lib/db/with-client.ts')).href)})
    const { ownerUrl, started } = await acquire(${JSON.stringify(dataDir)})
    await withClient(ownerUrl, (client) => client.query('INSERT INTO kept (note) VALUES ($1)', [${JSON.stringify(note)}]))
    process.stdout.write(started ? 'started' : 'attached')
    setInterval(() => {}, 60_000)`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { said: String(said), kill }
}

const notes = ({ appUrl, ownerUrl }: EmbeddedDatabase, note: string) =>
  withClient(ownerUrl, async (client) => {
    expect(appUrl).toContain('proofline_app')
    return (await client.query('SELECT FROM kept WHERE note = $1', [note])).rowCount
  })

describe('acquire', () => {
  beforeEach(async () => expect(await server()).toBeNull())

  test('whoever comes second attaches, and the server runs until the last one leaves', async () => {
    const first = await enter()
    const second = await enter()
    expect([first.started, second.started]).toEqual([true, false])
    await first.release()
    expect(await notes(second, 'nothing')).toBe(0)
    await second.release()
    expect(await server()).toBeNull()
  })

  test('leaving twice is leaving once', async () => {
    const [first, second] = [await enter(), await enter()]
    await first.release()
    await first.release()
    expect(await server()).not.toBeNull()
    await second.release()
  })

  test('those who come at once get one server', async () => {
    const all = await Promise.all([enter(), enter(), enter()])
    expect(all.filter(({ started }) => started)).toHaveLength(1)
    expect(new Set(all.map(({ appUrl }) => appUrl)).size).toBe(1)
    await Promise.all(all.map(({ release }) => release()))
  })

  test('a server whose owner was killed is adopted with its data, and stopped by the last to leave', async () => {
    const owner = await otherOwner('adopted')
    expect(owner.said).toBe('started')
    const before = await server()
    await owner.kill()
    const database = await enter()
    expect(database.started).toBe(false)
    expect(await server()).toEqual(before)
    expect(await notes(database, 'adopted')).toBe(1)
    await database.release()
  })

  test('when owner and server are killed together the next start recovers every row', async () => {
    const owner = await otherOwner('recovered')
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await owner.kill()
    await expect.poll(() => bornAt(pid)).toBeNull()
    const database = await enter()
    expect(database.started).toBe(true)
    expect(await notes(database, 'recovered')).toBe(1)
    await database.release()
  })

  test('roles with other passwords are given theirs instead of locking everybody out', async () => {
    const first = await enter()
    await withClient(first.setupUrl, (client) => client.query(`ALTER ROLE proofline_owner PASSWORD 'another'`))
    const second = await enter()
    expect(second).toMatchObject({ started: false, ownerUrl: first.ownerUrl })
    expect(await notes(second, 'nothing')).toBe(0)
    await second.release()
    await first.release()
  })

  test('neither role is more than it needs to be, and the application may keep temporary tables', async () => {
    const database = await enter()
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query(`SELECT rolname, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS strong
        FROM pg_roles WHERE rolname IN ('proofline_app', 'proofline_owner') ORDER BY 1`),
    )
    expect(rows).toEqual([
      { rolname: 'proofline_app', strong: false },
      { rolname: 'proofline_owner', strong: false },
    ])
    await withClient(database.appUrl, async (client) => {
      await client.query('CREATE TEMP TABLE scratch (id int)')
      await expect(client.query('CREATE TABLE kept_too (id int)')).rejects.toThrow('permission denied')
    })
    await database.release()
  })
})
