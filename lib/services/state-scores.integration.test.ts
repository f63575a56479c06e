import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifier } from '@/lib/db/keys/signing-key'
import { readWithoutTenant } from '@/lib/db/read-scope'
import { forOrganizations } from '@/lib/db/scope'
import { sha256 } from '@/lib/db/sha256'
import { forOrganization } from '@/lib/db/store'
import { openEnvelope } from '@/lib/evidence/dsse'
import { recomputeScore } from '@/lib/evidence/recompute-score'
import { newId } from '@/lib/kernel/id'
import type { ScoreKind, ScoreStatement } from '@/lib/model/score-statement'
import { InTotoStatement } from '@/lib/model/signed-statement'
import { approvedOf, submittedOf } from '@/lib/testing/assessments'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { authorize } from './authorize'
import { finishRun } from './finish-run'
import { recordSnapshot } from './record-snapshot'

let database: TestDatabase
let cast: Cast
let victim: Cast
beforeAll(async () => {
  database = await testDatabase()
  const both = await twoOrganizations()
  cast = both.attacker
  victim = both.victim
})
afterAll(() => database.close())

const kept = (kind: ScoreKind, id: string, of = cast) =>
  forOrganization(of.organization.id, ({ statements }) => statements.of(kind, id))

/** The statement of an envelope, once its signature was found good by the key it names. */
async function signed({ envelope, kid }: ScoreStatement): Promise<InTotoStatement> {
  const opened = openEnvelope(envelope)
  const key = await readWithoutTenant((tx) => verifier(tx, 'evidence', opened.kid))
  expect([opened.kid, await key?.verify(opened.signed, opened.signature)]).toEqual([kid, true])
  return InTotoStatement.parse(JSON.parse(new TextDecoder().decode(opened.payload)))
}

async function run(deploymentId: string | null = null) {
  const admitted = await authorize(cast.admin, cast.org, 'run:start')
  const id = newId()
  const settings = { kind: 'terraform' as const, workspace: id }
  const facts = { name: `plan ${id}`, deploymentId, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  await forOrganization(cast.organization.id, ({ connections }) => connections.create(id, facts, 'Ada Admin'))
  const coverage = [{ operation: 'test:Read', pages: 1, items: 0, error: null }]
  const part = { scope: { account: 'a', region: null, service: 'plan' }, resources: [], coverage }
  return recordSnapshot(cast.admin, { admitted, connectionId: id, trigger: 'upload', parts: [part] })
}

test('an approved assessment is signed as it is approved, and its score comes out of its inputs again', async () => {
  const { id: deploymentId } = await deploymentOf(cast, { slug: 'signed' })
  const approved = await approvedOf(cast, { deploymentId, asOf: '2026-06-01', stage: 2 })
  const [one, ...others] = await kept('assessment', approved.id)
  if (!one) throw new Error('nothing was stated')
  const statement = await signed(one)
  const done = recomputeScore(statement, one.inputs, sha256)
  expect(others).toEqual([])
  expect(done).toMatchObject({ outcome: 'same', predicate: { result: approved.maturity, approvedBy: 'Bela Assessor' } })
  expect([one.day, one.deploymentId, one.createdAt]).toEqual(['2026-06-01', deploymentId, approved.approvedAt])
})

test('what nobody approved is not stated', async () => {
  const { id: deploymentId } = await deploymentOf(cast, { slug: 'unsigned' })
  const { id } = await submittedOf(cast, { deploymentId, asOf: '2026-06-01' })
  expect(await kept('assessment', id)).toEqual([])
})

test('a run that ends states its score for the organization and every deployment it feeds, and names its snapshot', async () => {
  const { id: own } = await deploymentOf(cast, { slug: 'fed' })
  const { runId, snapshot } = await run(own)
  const stated = await kept('run', runId)
  expect(stated.map(({ deploymentId }) => deploymentId)).toEqual([null, own])
  for (const one of stated) {
    const statement = await signed(one)
    expect(recomputeScore(statement, one.inputs, sha256).outcome).toBe('same')
    expect(statement.subject).toContainEqual({ name: 'snapshot.json', digest: { sha256: snapshot } })
  }
})

test('a run whose end was lost and is done again states what it stated before, once', async () => {
  const { runId } = await run()
  const before = await kept('run', runId)
  const by = newId()
  await forOrganizations([cast.organization.id], (tx) =>
    tx.run.updateMany({ where: { id: runId }, data: { state: 'running', leaseBy: null, leaseUntil: null } }),
  )
  await forOrganization(cast.organization.id, ({ runs }) => runs.take(runId, by, 60, 'evaluating'))
  await finishRun(cast.organization.id, runId, by)
  expect(await kept('run', runId)).toEqual(before)
})

test('nobody changes or removes what was stated, and another organization has none of it', async () => {
  const { runId } = await run()
  expect(await kept('run', runId, victim)).toEqual([])
  const change = forOrganizations([cast.organization.id], (tx) => tx.statement.updateMany({ data: { kid: 'mine' } }))
  await expect(change).rejects.toThrow(/permission denied/)
  const removal = forOrganizations([cast.organization.id], (tx) => tx.statement.deleteMany({}))
  await expect(removal).rejects.toThrow(/permission denied/)
})

test('a pack finds the statements that speak for its days, page by page, as of its instant', async () => {
  const { id: deploymentId } = await deploymentOf(victim, { slug: 'period' })
  for (const asOf of ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'])
    await approvedOf(victim, { deploymentId, asOf })
  const scope = { from: '2026-04-01', to: '2026-06-30', deploymentIds: [deploymentId], asOf: new Date().toISOString() }
  const found = await forOrganization(victim.organization.id, async ({ statements }) => {
    const all = await statements.within(scope)
    const [first] = await statements.within({ ...scope, limit: 1 })
    const rest = await statements.within({ ...scope, after: first ?? null })
    const before = await statements.within({ ...scope, asOf: '2026-01-01T00:00:00.000Z' })
    const elsewhere = await statements.within({ ...scope, deploymentIds: [newId()] })
    return { all, paged: [first, ...rest], before, elsewhere }
  })
  expect(found.all.map(({ day }) => day)).toEqual(['2026-04-01', '2026-06-30'])
  expect(found.paged).toEqual(found.all)
  expect([found.before, found.elsewhere]).toEqual([[], []])
})
