import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import { overrideEnv } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import type { UnitScope } from '@/lib/model/coverage'
import { SourceError } from '@/lib/sources/collect/source-error'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { type ScriptedSource, scriptedSource } from '@/lib/testing/scripted-source'
import { cancelRun } from './cancel-run'
import { executeRun } from './execute-run'
import { startRun } from './start-run'
import { workRun } from './work-run'

let database: TestDatabase
let cast: Cast
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
})
afterAll(() => database.close())
beforeEach(() => void overrideEnv({ leaseSeconds: 15, unitSeconds: 600, accountUnits: 6 }))

const unit = (service: string, account = '111111111111'): UnitScope => ({ account, region: 'eu-west-1', service })
const denied = (operation = 'test:List') =>
  new SourceError({ unread: 'denied', operation, code: 'AccessDenied', message: 'no rights' })
const throttled = (retryAfterMs: number | null = null) =>
  new SourceError({
    unread: 'unavailable',
    operation: 'test:List',
    code: 'Throttled',
    message: 'slow down',
    retryAfterMs,
  })

async function begin(kind: 'aws' | 'terraform' = 'aws') {
  const name = `account ${newId()}`
  const aws = {
    kind: 'aws' as const,
    credentials: 'ambient' as const,
    roleArn: null,
    externalId: null,
    endpoint: null,
    regions: [],
    services: [],
    memberRole: null,
  }
  const settings = kind === 'aws' ? aws : { kind: 'terraform' as const, workspace: name }
  const facts = { name, deploymentId: null, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  const connection = await forOrganization(cast.organization.id, ({ connections }) =>
    connections.create(newId(), facts, 'Ada Admin'),
  )
  const input = { org: cast.org, connection: name, trigger: 'person' as const, isExecutedHere: true }
  const started = await startRun(cast.admin, input)
  return { ...started, connection, input }
}

async function outcome(runId: string) {
  return forOrganization(cast.organization.id, async ({ runList, runDetails }) => ({
    run: await runList.get(runId),
    units: (await runDetails.units(runId, {}, { limit: 200 })).items,
    log: await runDetails.eventsAfter(runId, null, 500),
  }))
}

async function execute(source: ScriptedSource) {
  const { runId, organizationId } = await begin()
  await executeRun({ organizationId, runId, open: source.open })
  return outcome(runId)
}

const leftPages = async () => Number((await database.owner.query('SELECT count(*) FROM run_pages')).rows[0].count)

describe('a run', () => {
  test('reads every page of every unit once and ends with a snapshot, verdicts and no page left', async () => {
    const source = scriptedSource({ units: [unit('s3'), unit('iam'), unit('ec2')], steps: ['test:List', 'test:More'] })
    const { run, units, log } = await execute(source)
    expect(run).toMatchObject({ state: 'done', error: null, formula: 'checks/1' })
    expect(run.totals).toMatchObject({ units: { ok: 3, denied: 0, failed: 0 }, resources: 72, calls: 18 })
    expect(source.asked).toHaveLength(18)
    expect(new Set(source.asked).size).toBe(18)
    expect(units.map((one) => [one.service, one.state, one.pages, one.items])).toEqual([
      ['ec2', 'ok', 6, 24],
      ['iam', 'ok', 6, 24],
      ['s3', 'ok', 6, 24],
    ])
    expect(units[0]?.coverage.map((one) => [one.operation, one.pages, one.items, one.error])).toEqual([
      ['test:List', 3, 12, null],
      ['test:ListDetail', 0, 0, null],
      ['test:More', 3, 12, null],
      ['test:MoreDetail', 0, 0, null],
    ])
    expect(log.map(({ message }) => message).join()).toMatch(/Asked for by.*Planned 3 units in 1 account.*Done/s)
    expect([source.opened, source.closed, await leftPages()]).toEqual([1, 1, 0])
  })

  test('of three short units takes no seconds', async () => {
    const { run } = await execute(scriptedSource({ units: [unit('s3'), unit('iam'), unit('ec2')] }))
    expect(run.totals?.seconds).toBeLessThan(3)
  })

  test('comes to the same digest again, by few hands or many', async () => {
    const script = { units: [unit('s3'), unit('iam', '222222222222'), unit('ec2')], pages: 5 }
    const first = await execute(scriptedSource(script))
    const { runId, organizationId } = await begin()
    const hands = Array.from({ length: 3 }, () => {
      const { open } = scriptedSource(script)
      return executeRun({ organizationId, runId, open })
    })
    await Promise.all(hands)
    expect((await outcome(runId)).run.snapshot).toBe(first.run.snapshot)
  })

  test('is refused while another of the connection goes on, while it is paused, and for what is handed in', async () => {
    const { input, connection } = await begin()
    await expect(startRun(cast.admin, input)).rejects.toThrow('already going on')
    const { name, settings } = connection
    const at = new Date().toISOString()
    const paused = { name, settings, deploymentId: null, schedule: null, jitterMinutes: 0, pausedAt: at }
    await forOrganization(cast.organization.id, ({ connections }) => connections.update(connection.id, paused))
    await expect(startRun(cast.admin, input)).rejects.toThrow('paused')
    await expect(begin('terraform')).rejects.toThrow('handed in')
    await expect(startRun(cast.viewer, input)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what a source does not answer', () => {
  test('a refused operation costs its step alone, is recorded and makes the unit denied', async () => {
    const source = scriptedSource({
      units: [unit('s3'), unit('iam')],
      steps: ['test:List', 'test:More'],
      answer: ({ unit: { service }, operation }) => (service === 's3' && operation === 'test:List' ? denied() : 'ok'),
    })
    const { run, units, log } = await execute(source)
    expect(run.totals?.units).toEqual({ ok: 1, denied: 1, failed: 0 })
    const s3 = units.find(({ service }) => service === 's3')
    expect(s3).toMatchObject({ state: 'denied', error: 'test:List: AccessDenied: no rights', items: 12 })
    expect(s3?.coverage.map((one) => [one.operation, one.error?.cause ?? null])).toEqual([
      ['test:List', 'denied'],
      ['test:ListDetail', 'not_collected'],
      ['test:More', null],
      ['test:MoreDetail', null],
    ])
    expect(log.some(({ level, message }) => level === 'warning' && message.includes('refused'))).toBe(true)
  })

  test('a throttled page is asked again after what the source asked for, and nothing else is', async () => {
    const source = scriptedSource({
      units: [unit('s3')],
      answer: ({ page, time }) => (page === 2 && time < 3 ? throttled(300) : 'ok'),
    })
    const before = performance.now()
    const { run, units } = await execute(source)
    expect(performance.now() - before).toBeGreaterThan(600)
    expect([run.state, units[0]?.state, units[0]?.pages]).toEqual(['done', 'ok', 3])
    expect(source.asked.filter((name) => name.endsWith(' 2'))).toHaveLength(3)
    expect(source.asked.filter((name) => name.endsWith(' 1'))).toHaveLength(1)
  })

  test('a longer pause gives the unit back and the others are read meanwhile', async () => {
    const source = scriptedSource({
      units: [unit('a'), unit('b')],
      answer: ({ unit: { service }, page, time }) => (service === 'a' && page * time === 1 ? throttled(2_500) : 'ok'),
    })
    overrideEnv({ accountUnits: 1 })
    const { units, log } = await execute(source)
    expect(units.map(({ state }) => state)).toEqual(['ok', 'ok'])
    expect(source.asked.indexOf('111111111111/b test:List 3')).toBeLessThan(
      source.asked.lastIndexOf('111111111111/a test:List 1'),
    )
    expect(log.some(({ message }) => message.includes('again in'))).toBe(true)
  })

  test('what hangs, even deaf to being ended, is unavailable when the time of its unit is over', async () => {
    overrideEnv({ unitSeconds: 1 })
    const source = scriptedSource({
      units: [unit('a'), unit('b'), unit('c')],
      steps: ['test:List', 'test:More'],
      answer: ({ unit: { service }, page }) =>
        page === 2 && service !== 'c' ? (service === 'a' ? 'hang' : 'deaf') : 'ok',
    })
    const { run, units } = await execute(source)
    expect(run.state).toBe('done')
    expect(units.map(({ service, state }) => [service, state])).toEqual([
      ['a', 'ok'],
      ['b', 'ok'],
      ['c', 'ok'],
    ])
    const causes = units[1]?.coverage.map((one) => [one.operation, one.error?.cause, one.error?.code])
    expect(causes?.slice(0, 1)).toEqual([['test:List', 'unavailable', 'Timeout']])
    expect(causes?.find(([operation]) => operation === 'test:More')?.slice(1)).toEqual(['unavailable', 'Deadline'])
    expect(run.totals?.seconds).toBeLessThan(8)
  })

  test('a source that refuses everything fails the run with the reason, and nothing is shown of it', async () => {
    const { runId, organizationId, connection } = await begin()
    const source = scriptedSource({ units: [unit('s3')], answer: () => denied() })
    await executeRun({ organizationId, runId, open: source.open })
    const { run } = await outcome(runId)
    expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('AccessDenied') })
    expect(run.totals?.verdicts).toMatchObject({ pass: 0, fail: 0 })
    const after = await forOrganization(organizationId, ({ connections }) => connections.get(connection.id))
    expect(after.latestRunId).toBeNull()
  })

  test('a source that cannot even be asked what there is fails the run at once', async () => {
    const plan = () => Promise.reject(denied('sts:GetCallerIdentity'))
    const { run } = await execute(scriptedSource({ units: [], plan }))
    expect(run).toMatchObject({ state: 'failed', error: 'sts:GetCallerIdentity: AccessDenied: no rights' })
    expect(run.totals?.verdicts.unknown).toBeGreaterThan(0)
  })

  test('an error of our own fails its unit in plain words, the others go on', async () => {
    const bug = new TypeError('secret: hunter2')
    const told: unknown[] = []
    const source = scriptedSource({
      units: [unit('a'), unit('b')],
      answer: ({ unit: { service } }) => (service === 'a' ? bug : 'ok'),
    })
    const { runId, organizationId } = await begin()
    await executeRun({ organizationId, runId, open: source.open, complain: (error) => told.push(error) })
    const all = await outcome(runId)
    expect(all.units.map(({ state }) => state)).toEqual(['failed', 'ok'])
    expect(all.run.state).toBe('done')
    expect(told).toEqual([bug])
    expect(JSON.stringify(all)).not.toContain('hunter2')
  })
})

describe('whoever reads', () => {
  const hand = (source: ScriptedSource, started: { organizationId: string; runId: string }, signal?: AbortSignal) =>
    workRun({
      ...started,
      open: source.open,
      signal: signal ?? new AbortController().signal,
      lanes: 6,
      sliceMs: 60_000,
      complain: () => {},
    })
  const until = async (what: () => boolean | Promise<boolean>) => {
    const end = Date.now() + 10_000
    while (!(await what())) {
      if (Date.now() > end) throw new Error('it never came to that')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test('gives units back as they stand when told to stop, and the next goes on there', async () => {
    const started = await begin()
    const stop = new AbortController()
    const first = scriptedSource({ units: [unit('a')], pages: 4, answer: ({ page }) => (page === 3 ? 'hang' : 'ok') })
    const working = hand(first, started, stop.signal)
    await until(() => first.asked.length === 3)
    stop.abort()
    expect(await working).toBe(0)
    const second = scriptedSource({ units: [unit('a')], pages: 4 })
    await executeRun({ ...started, open: second.open })
    expect(second.asked).toEqual(['111111111111/a test:List 3', '111111111111/a test:List 4'])
    expect((await outcome(started.runId)).run.totals?.resources).toBe(16)
  })

  test('falls silent: another goes on after the lease, and what the first still says is not written', async () => {
    overrideEnv({ leaseSeconds: 1 })
    const started = await begin()
    let wake = () => {}
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    const first = scriptedSource({ units: [unit('a')], pages: 4 })
    const original = first.open
    first.open = async () => {
      const collector = await original()
      const steps: typeof collector.steps = (scope) =>
        collector.steps(scope).map((step) => ({
          ...step,
          read: async (cursor, context) => {
            if (cursor === 3) {
              await silence(started)
              await asleep
            }
            return step.read(cursor, context)
          },
        }))
      return { ...collector, steps }
    }
    const working = hand(first, started)
    await until(() => first.asked.length === 2)
    const second = scriptedSource({ units: [unit('a')], pages: 4 })
    await executeRun({ ...started, open: second.open })
    expect(second.asked).toEqual(['111111111111/a test:List 3', '111111111111/a test:List 4'])
    wake()
    await working
    const { run, log } = await outcome(started.runId)
    expect([run.state, run.totals?.resources, run.progress.pages]).toEqual(['done', 16, 4])
    expect(log.some(({ message }) => message.includes('Taken up again after page 2'))).toBe(true)
  })

  /** The lease of whoever reads lapses, as if it had stood still. */
  const silence = (started: { organizationId: string; runId: string }) =>
    forOrganization(started.organizationId, ({ unitLeases }) => unitLeases.claim(newId(), LIMITS)).then(() =>
      database.owner.query(`BEGIN; SET LOCAL app.organization_ids = '{${started.organizationId}}';
        UPDATE run_units SET lease_until = now() - interval '1 second', lease_by = 'gone' WHERE run_id = '${started.runId}'; COMMIT`),
    )
  const LIMITS = { perAccount: 1, accounts: 1, leaseSeconds: 1 }

  test('stops within a second when the run is cancelled; nothing is evaluated and nothing is left', async () => {
    const started = await begin()
    const source = scriptedSource({ units: [unit('a'), unit('b')], answer: ({ page }) => (page === 2 ? 'deaf' : 'ok') })
    const working = executeRun({ ...started, open: source.open })
    await until(() => source.asked.length === 4)
    const before = performance.now()
    await cancelRun(cast.admin, { org: cast.org, id: started.runId })
    expect((await outcome(started.runId)).run.state).toBe('cancelled')
    await working
    expect(performance.now() - before).toBeLessThan(1_500)
    const { run, units } = await outcome(started.runId)
    expect(run).toMatchObject({ state: 'cancelled', cancelledBy: 'Ada Admin', totals: null, snapshot: null })
    expect(units.map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
    expect(await leftPages()).toBe(0)
    await cancelRun(cast.assessor, { org: cast.org, id: started.runId })
    expect((await outcome(started.runId)).run.cancelledBy).toBe('Ada Admin')
  })

  test('cannot be cancelled any more when it has come to its end', async () => {
    const started = await begin()
    await executeRun({ ...started, open: scriptedSource({ units: [unit('a')], pages: 1 }).open })
    const cancelled = cancelRun(cast.admin, { org: cast.org, id: started.runId })
    await expect(cancelled).rejects.toMatchObject({ code: 'conflict' })
  })

  test('lets others in after its slice and loses nothing', async () => {
    const started = await begin()
    const source = scriptedSource({ units: [unit('a')], pages: 6, answer: () => ({ afterMs: 30 }) })
    const slice = {
      ...started,
      open: source.open,
      signal: new AbortController().signal,
      lanes: 6,
      sliceMs: 70,
      complain: () => {},
    }
    let turns = 0
    while ((await workRun(slice)) !== null) turns += 1
    expect(turns).toBeGreaterThan(0)
    expect(source.asked).toHaveLength(6)
  })
})
