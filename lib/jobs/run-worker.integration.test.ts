import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import { overrideEnv } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import type { ConnectionSettings } from '@/lib/model/connection'
import type { UnitScope } from '@/lib/model/coverage'
import { cancelRun } from '@/lib/services/cancel-run'
import type { OpenCollector } from '@/lib/services/open-collector'
import { startDueRuns } from '@/lib/services/start-due-runs'
import { startRun } from '@/lib/services/start-run'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { type ScriptedSource, scriptedSource } from '@/lib/testing/scripted-source'
import { startWorker } from './run-worker'

let database: TestDatabase
let attacker: Cast
let victim: Cast
beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker, victim } = await twoOrganizations())
})
afterAll(() => database.close())
beforeEach(() => void overrideEnv({ leaseSeconds: 15, unitSeconds: 600, accountUnits: 6 }))

const unit = (service: string): UnitScope => ({ account: '111111111111', region: null, service })
const units = (count: number) => Array.from({ length: count }, (_, i) => unit(`service${i}`))

/** Connections open what is scripted for their endpoint. */
const sources = new Map<string, ScriptedSource>()
const open: OpenCollector = async (settings) => {
  const source = settings.kind === 'aws' && sources.get(settings.endpoint ?? '')
  if (!source) throw new Error('not scripted')
  return source.open()
}

async function connect({ organization }: Cast, source: ScriptedSource, schedule: string | null = null) {
  const name = `account ${newId()}`
  sources.set(name, source)
  const settings: ConnectionSettings = {
    kind: 'aws',
    credentials: 'ambient',
    roleArn: null,
    externalId: null,
    endpoint: name,
    regions: [],
    services: [],
    memberRole: null,
  }
  const facts = { name, deploymentId: null, settings, schedule, jitterMinutes: 0, pausedAt: null }
  const { id } = await forOrganization(organization.id, ({ connections }) => connections.create(newId(), facts, 'Ada'))
  return { id, name }
}

const start = async (cast: Cast, source: ScriptedSource) =>
  startRun(cast.admin, { org: cast.org, connection: (await connect(cast, source)).name, trigger: 'person' })

async function ended({ organizationId, runId }: { organizationId: string; runId: string }, patienceMs = 20_000) {
  const end = Date.now() + patienceMs
  for (;;) {
    const run = await forOrganization(organizationId, ({ runList }) => runList.get(runId))
    if (run.finishedAt !== null) return run
    if (Date.now() > end) throw new Error(`the run is still ${run.state}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const complaints: unknown[] = []
async function withWorkers<T>(count: number, work: () => Promise<T>): Promise<T> {
  complaints.length = 0
  const complain = (error: unknown) => void complaints.push(error)
  const workers = await Promise.all(
    Array.from({ length: count }, () => startWorker({ url: database.appUrl, open, complain })),
  )
  try {
    return await work()
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
  }
}

test('a worker is woken for a run and three short units are over in well under two seconds', async () => {
  await withWorkers(1, async () => {
    await ended(await start(attacker, scriptedSource({ units: units(1) })))
    const before = performance.now()
    const run = await ended(await start(attacker, scriptedSource({ units: units(3) })))
    expect(run.state).toBe('done')
    expect(performance.now() - before).toBeLessThan(2_000)
  })
  expect(complaints).toEqual([])
})

test('a run that was asked for while no worker was there is found by the next one', async () => {
  const started = await start(attacker, scriptedSource({ units: units(2) }))
  await withWorkers(1, async () => expect((await ended(started)).state).toBe('done'))
})

test('several workers share the units of one run and read none twice', async () => {
  const source = scriptedSource({ units: units(12), answer: () => ({ afterMs: 20 }) })
  await withWorkers(3, async () => expect((await ended(await start(attacker, source))).totals?.units.ok).toBe(12))
  expect(new Set(source.asked).size).toBe(source.asked.length)
})

test('what hangs in one organization keeps no other waiting', async () => {
  overrideEnv({ accountUnits: 2 })
  const hanging = () => scriptedSource({ units: units(8), answer: () => 'deaf' })
  await withWorkers(1, async () => {
    const stuck = await Promise.all(Array.from({ length: 6 }, () => start(attacker, hanging())))
    const run = await ended(await start(victim, scriptedSource({ units: units(3) })), 8_000)
    expect(run.state).toBe('done')
    for (const { runId } of stuck) await cancelRun(attacker.admin, { org: attacker.org, id: runId })
  })
})

test('a worker that stops gives back what it reads and the next goes on', async () => {
  const source = scriptedSource({
    units: units(2),
    pages: 4,
    answer: ({ page, time }) => (page * time === 2 ? 'hang' : 'ok'),
  })
  const started = await withWorkers(1, async () => {
    const run = await start(attacker, source)
    while (source.asked.length < 4) await new Promise((resolve) => setTimeout(resolve, 10))
    return run
  })
  await withWorkers(1, async () => expect((await ended(started)).totals?.resources).toBe(32))
  expect(source.asked.filter((name) => name.endsWith(' 1'))).toHaveLength(2)
})

test('a schedule starts a run once when it comes due, and none while paused or while one goes on', async () => {
  const source = scriptedSource({ units: units(1) })
  const { id } = await connect(victim, source, '0 3 * * *')
  const of = (runs: { runId: string; organizationId: string }[]) =>
    runs.filter(({ organizationId }) => organizationId === victim.organization.id)
  const tomorrow = new Date(Date.now() + 36 * 3_600_000)
  expect(of(await startDueRuns(new Date()))).toEqual([])
  const both = await Promise.all([startDueRuns(tomorrow), startDueRuns(tomorrow)])
  const started = of(both.flat())
  expect(started).toHaveLength(1)
  expect(of(await startDueRuns(tomorrow))).toEqual([])
  const [first] = started
  if (!first) throw new Error('nothing was started')
  await withWorkers(1, async () => expect((await ended(first)).trigger).toBe('schedule'))
  const { rows } = await database.owner.query(`SELECT name FROM pgboss.schedule`)
  expect(rows).toEqual([{ name: 'minute' }])
  await forOrganization(victim.organization.id, async ({ connections }) => {
    const { name, settings, deploymentId, schedule, jitterMinutes } = await connections.get(id)
    const facts = { name, settings, deploymentId, schedule, jitterMinutes, pausedAt: new Date().toISOString() }
    await connections.update(id, facts)
  })
  expect(of(await startDueRuns(new Date(tomorrow.getTime() + 72 * 3_600_000)))).toEqual([])
})

test('the application may use the queue and change none of its tables', async () => {
  const { rows } = await database.owner.query(`
    SELECT has_schema_privilege('proofline_app', 'pgboss', 'CREATE') AS creates,
      bool_or(pg_has_role('proofline_app', c.relowner, 'MEMBER')) AS owns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'pgboss'`)
  expect(rows).toEqual([{ creates: false, owns: false }])
})
