import { afterAll, beforeAll, expect, test } from 'vitest'
import { goingRuns } from '@/lib/db/repositories/going-runs'
import { forOrganization } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import type { ConnectionSettings } from '@/lib/model/connection'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { goOnWithRuns } from './go-on-with-runs'
import { startRun } from './start-run'

let database: TestDatabase
let casts: Cast[]
beforeAll(async () => {
  database = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  casts = [attacker, victim]
})
afterAll(() => database.close())

async function begin(cast: Cast): Promise<string> {
  const name = `account ${newId()}`
  const settings: ConnectionSettings = {
    kind: 'kubernetes',
    credentials: 'in-cluster',
    server: 'https://kubernetes.default.svc',
    cluster: name,
    systemNamespaces: [],
  }
  const facts = { name, deploymentId: null, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  await forOrganization(cast.organization.id, ({ connections }) => connections.create(newId(), facts, 'Ada Admin'))
  const { runId } = await startRun(cast.admin, {
    org: cast.org,
    connection: name,
    trigger: 'person',
    isExecutedHere: true,
  })
  return runId
}

const change = ({ organization }: Cast, sql: string, ...values: unknown[]) =>
  database.owner
    .query(`BEGIN; SET LOCAL app.organization_ids = '{${organization.id}}'`)
    .then(() => database.owner.query(sql, values))
    .then(() => database.owner.query('COMMIT'))

test('runs of every organization that nobody works on are found, those that somebody works on are left alone', async () => {
  const [one, other] = casts
  if (!one || !other) throw new Error('no organizations')
  const [abandoned, worked, fresh] = [await begin(one), await begin(other), await begin(one)]
  const old = `UPDATE runs SET created_at = now() - interval '5 minutes' WHERE id = $1`
  await change(one, old, abandoned)
  await change(other, old, worked)
  await forOrganization(other.organization.id, ({ runs }) => runs.take(worked, newId(), 60, 'queued'))
  const found = async (quietSeconds: number | null) => (await goingRuns(quietSeconds)).map(({ runId }) => runId).sort()
  expect(await found(30)).toEqual([abandoned])
  expect(await found(null)).toEqual([abandoned, worked, fresh].sort())
  expect(await goOnWithRuns({ quietSeconds: 30 })).toBe(1)
  const { rows } = await database.owner.query('SELECT data FROM pgboss.job WHERE name = $1', ['run'])
  expect(rows).toEqual([{ data: { organizationId: one.organization.id, runId: abandoned } }])

  await change(other, `UPDATE runs SET lease_until = now() - interval '1 second' WHERE id = $1`, worked)
  expect(await found(30)).toEqual([abandoned, worked].sort())
})
