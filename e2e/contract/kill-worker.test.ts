import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type ChildGroup, signalGroup, startNode } from '@/lib/cli/serve/child-group'
import { forOrganization } from '@/lib/db/store'
import { env } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import type { ConnectionSettings } from '@/lib/model/connection'
import type { Run } from '@/lib/model/run'
import { startRun } from '@/lib/services/start-run'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { type PagedSource, pagedSource } from './paged-source'

const KILLS = 20
const MOMENTS = 6
/** Short, so that the next worker need not wait long; a busy machine must not outlast it. */
const LEASE_SECONDS = 2
const UNITS = 8
const SHAPE = { accounts: 2, services: 4, pages: 64, things: 20 }
const LOADER = pathToFileURL('node_modules/tsx/dist/loader.mjs').href

let database: TestDatabase
let cast: Cast
let source: PagedSource
let worker: ChildGroup | undefined

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
  source = await pagedSource(SHAPE, Math.random)
})
afterEach(() => worker?.stop())
afterAll(async () => {
  await source.close()
  await database.close()
})

function work(leaseSeconds = LEASE_SECONDS): void {
  worker = startNode(
    'e2e/contract/paged-worker.ts',
    [],
    {
      DATABASE_URL: database.appUrl,
      PROOFLINE_DATA_DIR: env().dataDir,
      PROOFLINE_KEY: env().keys[0]?.toString('base64'),
      PROOFLINE_LEASE_SECONDS: String(leaseSeconds),
    },
    [LOADER],
  )
  worker.process.stdout?.resume()
  worker.process.stderr?.on('data', (part) => process.stderr.write(part))
}

async function kill(): Promise<void> {
  if (!worker) return
  signalGroup(worker.pid, 'SIGKILL')
  await worker.ended
}

async function start(): Promise<string> {
  const name = `source ${newId()}`
  const settings: ConnectionSettings = {
    kind: 'aws',
    credentials: 'ambient',
    roleArn: null,
    externalId: null,
    endpoint: source.url,
    regions: [],
    services: [],
    memberRole: null,
  }
  const facts = { name, deploymentId: null, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  await forOrganization(cast.organization.id, ({ connections }) => connections.create(newId(), facts, 'Ada Admin'))
  source.forget()
  return (await startRun(cast.admin, { org: cast.org, connection: name, trigger: 'person' })).runId
}

const runOf = (id: string): Promise<Run> => forOrganization(cast.organization.id, ({ runList }) => runList.get(id))

const ended = (id: string): Promise<Run> =>
  vi.waitFor(
    async () => {
      const run = await runOf(id)
      if (run.finishedAt === null) throw new Error(`the run is still ${run.state}`)
      return run
    },
    { timeout: 180_000, interval: 50 },
  )

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Reads beyond the first of each page, by unit. */
function readAgain(): Map<string, number> {
  const again = new Map<string, number>()
  for (const [page, times] of source.asked) {
    const unit = page.split('/').slice(0, 2).join('/')
    again.set(unit, (again.get(unit) ?? 0) + times - 1)
  }
  return again
}

let undisturbed: Run
test('undisturbed, every page is read once', async () => {
  work(30)
  undisturbed = await ended(await start())
  expect(undisturbed).toMatchObject({ state: 'done', totals: { resources: UNITS * SHAPE.pages * SHAPE.things } })
  expect([...source.asked.values()].every((times) => times === 1)).toBe(true)
  expect(source.asked.size).toBe(UNITS * SHAPE.pages)
})

test(`killed outright ${KILLS} times while it reads, a run comes to the same digest and reads again only what was on its way`, async () => {
  const begun = performance.now()
  const id = await start()
  let kills = 0
  while (kills < KILLS && (await runOf(id)).finishedAt === null) {
    const reads = source.pagesAsked(1)
    work()
    await Promise.race([reads, ended(id)])
    // Another moment each time: what a worker is at when it is killed cannot be repeated by a seed.
    await pause(Math.random() * 150)
    await kill()
    kills += 1
  }
  work()
  const run = await ended(id)
  const again = readAgain()
  console.log(
    `killed ${kills} times in ${Math.round((performance.now() - begun) / 1000)} s; of ${source.asked.size} pages, these were on their way and read again, by unit: ${[...again.values()].join(' ')}`,
  )
  expect(kills).toBe(KILLS)
  expect([run.state, run.snapshot]).toEqual(['done', undisturbed.snapshot])
  expect(source.asked.size).toBe(UNITS * SHAPE.pages)
  // A unit has one page on its way at a time.
  expect(Math.max(...again.values())).toBeLessThanOrEqual(KILLS)
  const left = await database.owner.query('SELECT count(*)::int AS pages FROM run_pages')
  expect(left.rows).toEqual([{ pages: 0 }])
}, 900_000)

test('killed outright at any moment from its plan to its verdicts, it comes to the same digest', async () => {
  work()
  await ended(await start())
  for (let time = 0; time < MOMENTS; time += 1) {
    const id = await start()
    await pause((time / (MOMENTS - 1)) * 1000 * (undisturbed.totals?.seconds ?? 1))
    await kill()
    work()
    const run = await ended(id)
    expect([run.state, run.snapshot, run.totals?.findings]).toEqual([
      'done',
      undisturbed.snapshot,
      undisturbed.totals?.findings,
    ])
    expect(Math.max(...source.asked.values())).toBeLessThanOrEqual(2)
  }
}, 900_000)
