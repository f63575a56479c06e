import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKS } from '@/lib/checks/registry'
import { forOrganization } from '@/lib/db/store'
import type { AuditScope } from '@/lib/model/audit-scope'
import { approvedOf } from '@/lib/testing/assessments'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { judgedConnection } from '@/lib/testing/verdicts'
import { operationOver } from './operation-over'

const CHECK = 'aws_iam_root_usage_90d'
const AS_OF = '2027-01-15T00:00:00Z'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const scope = (deploymentIds: readonly string[] = []): AuditScope => ({
  framework: 'proofline',
  period: { from: '2026-01-01', to: '2026-12-31' },
  deploymentIds: [...deploymentIds],
})

async function over(cast: Cast, asked = scope(), asOf = AS_OF) {
  const { operations } = await forOrganization(cast.organization.id, (store) => operationOver(store, asked, asOf))
  const bearing = CHECKS.find(({ id }) => id === CHECK)
  const capability = bearing?.capabilities.find((id) => !bearing.weak.includes(id))
  const one = operations.find(({ requirement }) => requirement === capability)
  if (!one) throw new Error('the check bears on a capability')
  return one
}

const states = (one: Awaited<ReturnType<typeof over>>) => one.quarters.map(({ state }) => state)

describe('operation over a period', () => {
  test('the last verdict of each account in a quarter counts, in UTC; runs that did not finish do not', async () => {
    const { attacker: cast } = await twoOrganizations()
    await judgedConnection(cast, { name: 'Production' }, [
      { finishedAt: '2026-01-10T00:00:00Z', checkId: CHECK, verdict: 'fail' },
      { finishedAt: '2026-03-31T23:59:59Z', checkId: CHECK, verdict: 'pass' },
      { finishedAt: '2026-04-01T00:00:00Z', checkId: CHECK, verdict: 'pass' },
      { finishedAt: '2026-05-01T00:00:00Z', checkId: CHECK, verdict: 'fail', account: '999988887777' },
      { finishedAt: '2026-08-01T00:00:00Z', checkId: CHECK, verdict: 'pass', state: 'failed' },
      { finishedAt: '2026-12-31T12:00:00Z', checkId: CHECK, verdict: 'unknown' },
    ])
    const one = await over(cast)
    expect(one).toMatchObject({ coverage: 'automated', state: 'failed' })
    expect(states(one)).toEqual(['held', 'failed', 'missing', 'unknown'])
    expect(one.quarters[0]).toMatchObject({ runs: 2, pass: 1, fail: 0, lapses: 1 })
    expect(one.quarters[1]).toMatchObject({ pass: 1, fail: 1 })
  })

  test('told as of an earlier instant, what came later is not known', async () => {
    const { attacker: cast } = await twoOrganizations()
    await judgedConnection(cast, { name: 'Production' }, [
      { finishedAt: '2026-01-10T00:00:00Z', checkId: CHECK, verdict: 'pass' },
      { finishedAt: '2026-02-10T00:00:00Z', checkId: CHECK, verdict: 'fail' },
    ])
    expect(states(await over(cast, scope(), '2026-02-01T00:00:00Z'))).toEqual(['held'])
    expect(states(await over(cast))).toEqual(['failed', 'missing', 'missing', 'missing'])
  })

  test('a scope holds its deployments and what feeds the whole organization, and nothing of another organization', async () => {
    const { attacker: cast, victim } = await twoOrganizations()
    const [payments, branches] = [await deploymentOf(cast), await deploymentOf(cast, { slug: 'branches' })]
    const at = (finishedAt: string, verdict: 'pass' | 'fail') => [{ finishedAt, checkId: CHECK, verdict }]
    await judgedConnection(cast, { name: 'Payments', deploymentId: payments.id }, at('2026-02-01T00:00:00Z', 'pass'))
    await judgedConnection(cast, { name: 'Branches', deploymentId: branches.id }, at('2026-02-01T00:00:00Z', 'fail'))
    await judgedConnection(cast, { name: 'Landing zone' }, at('2026-05-01T00:00:00Z', 'fail'))
    expect(states(await over(cast, scope([payments.id])))).toEqual(['held', 'failed', 'missing', 'missing'])
    expect(states(await over(cast, scope([branches.id])))).toEqual(['failed', 'failed', 'missing', 'missing'])
    expect(await over(victim)).toMatchObject({ coverage: 'not_covered', state: 'missing' })
    await expect(over(victim, scope([payments.id]))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('an approved assessment speaks with the stage that was frozen and the evidence it carries', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id: deploymentId } = await deploymentOf(cast)
    const link = { kind: 'link', title: 'Review', url: 'https://example.org/review' } as const
    const answer = { status: 'assessed', rationale: '', stage: 2, targetStage: 2 } as const
    const { requirement } = await over(cast)
    const evidence = [{ ...link, collectedOn: '2026-02-01', expiresOn: '2026-09-30' }]
    await approvedOf(cast, {
      deploymentId,
      asOf: '2026-02-10',
      answers: [{ capability: requirement, ...answer, evidence }],
    })
    const one = await over(cast)
    expect(one.coverage).toBe('manual')
    expect(states(one)).toEqual(['held', 'held', 'held', 'unknown'])
    expect(one.quarters[0]).toMatchObject({ assessments: 1, evidence: 1 })
  })
})

test('five years of fifty accounts and every check are summed up in seconds', async () => {
  const { attacker: cast } = await twoOrganizations()
  const connectionId = await judgedConnection(cast, { name: 'Landing zone' }, [])
  const organizationId = cast.organization.id
  await db.owner.query(`SET app.organization_ids = '{${organizationId}}'`)
  await db.owner.query(
    `INSERT INTO runs (organization_id, id, connection_id, state, trigger, requested_by, created_at, finished_at)
     SELECT $1, gen_random_uuid(), $2, 'done', 'schedule', 'schedule', at, at
     FROM generate_series('2022-01-05'::timestamptz, '2026-12-20', '1 month') AS at`,
    [organizationId, connectionId],
  )
  await db.owner.query(
    `INSERT INTO check_verdicts (organization_id, id, run_id, check_id, account, verdict, numerator, denominator,
       undecided, gaps, facts_at)
     SELECT r.organization_id, gen_random_uuid(), r.id, c, 'account-' || a, 'pass', 1, 1, 0, '[]', r.finished_at
     FROM runs r, unnest($2::text[]) AS c, generate_series(1, 50) AS a WHERE r.organization_id = $1`,
    [organizationId, CHECKS.map(({ id }) => id)],
  )
  const asked = { ...scope(), period: { from: '2022-01-01', to: '2026-12-31' } }
  const began = performance.now()
  const one = await over(cast, asked)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(one.quarters).toHaveLength(20)
  expect(one.quarters.every(({ state, runs }) => state === 'held' && runs === 3)).toBe(true)
})
