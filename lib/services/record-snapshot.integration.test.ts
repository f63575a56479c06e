import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import { env } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { authorize } from './authorize'
import { type HandedIn, recordSnapshot } from './record-snapshot'
import { readSnapshot, resourcesOf } from './snapshot-parts'

let database: TestDatabase
let cast: Cast
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
})
afterAll(() => database.close())

const organizationId = () => cast.organization.id

async function connection(): Promise<string> {
  const id = newId()
  const settings = { kind: 'terraform' as const, workspace: id }
  const facts = { name: `plan ${id}`, deploymentId: null, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  await forOrganization(organizationId(), ({ connections }) => connections.create(id, facts, 'Ada Admin'))
  return id
}

/** What is kept is JSON, whatever its facts: these are nobody's. */
const thing = (id: string, facts: object = {}): AnyResource =>
  ({ type: 'test-thing', id, name: id, account: 'a', region: null, facts }) as unknown as AnyResource

const part = (resources: AnyResource[], error: HandedIn['coverage'][number]['error'] = null): HandedIn => ({
  scope: { account: 'a', region: null, service: 'plan' },
  resources,
  coverage: [{ operation: 'test:Read', pages: error ? 0 : 1, items: resources.length, error }],
})

async function record(connectionId: string, parts: HandedIn[]) {
  const admitted = await authorize(cast.admin, cast.org, 'run:start')
  return recordSnapshot(cast.admin, { admitted, connectionId, trigger: 'upload', parts })
}

test('what is handed in becomes a finished run, and what is shown of the connection rests on it', async () => {
  const id = await connection()
  const { runId, snapshot, totals, error } = await record(id, [part([thing('b'), thing('a', { z: 1, b: [2] })])])
  expect(error).toBeNull()
  expect(totals).toMatchObject({ units: { ok: 1, denied: 0, failed: 0 }, resources: 2 })
  const { run, shown } = await forOrganization(organizationId(), async ({ runList, connections }) => ({
    run: await runList.get(runId),
    shown: (await connections.get(id)).latestRunId,
  }))
  expect([run.state, run.snapshot, shown]).toEqual(['done', snapshot, runId])
  const manifest = await readSnapshot(organizationId(), snapshot ?? '')
  const kept: string[] = []
  for await (const some of resourcesOf(organizationId(), manifest, 'a')) kept.push(...some.map((one) => one.id))
  expect(kept).toEqual(['a', 'b'])
})

test('the same facts in another order, on another day and twice are the same snapshot and one file', async () => {
  const id = await connection()
  const first = await record(id, [part([thing('x', { one: 1, two: 2 }), thing('y')])])
  const second = await record(id, [part([thing('y'), thing('x', { two: 2, one: 1 }), thing('y')])])
  const names = (await readSnapshot(organizationId(), first.snapshot ?? '')).parts.map(({ sha256 }) => sha256 ?? '')
  const again = (await readSnapshot(organizationId(), second.snapshot ?? '')).parts.map(({ sha256 }) => sha256 ?? '')
  expect(again).toEqual(names)
  const folder = join(env().dataDir, 'snapshots', organizationId(), names[0]?.slice(0, 2) ?? '')
  expect(readdirSync(folder).filter((name) => name.startsWith(names[0] ?? '-'))).toHaveLength(1)
})

test('a run that read nothing fails with the reason and is not what is shown', async () => {
  const id = await connection()
  const refused = { cause: 'denied', code: 'AccessDenied', message: 'not allowed' } as const
  const { snapshot, totals, error, runId } = await record(id, [part([], refused)])
  expect(error).toBe('Nothing could be read. test:Read: AccessDenied: not allowed')
  expect(totals?.units).toEqual({ ok: 0, denied: 1, failed: 0 })
  expect(totals?.verdicts).toMatchObject({ pass: 0, fail: 0, not_applicable: 0 })
  expect(snapshot).toMatch(/^[0-9a-f]{64}$/)
  const shown = await forOrganization(organizationId(), ({ connections }) => connections.get(id))
  expect(shown.latestRunId).toBeNull()
  const state = await forOrganization(organizationId(), ({ runs }) => runs.executed(runId))
  expect(state.state).toBe('failed')
})
