import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssessmentDetail } from '@/lib/model/assessment'
import type { Deployment } from '@/lib/model/deployment'
import { Maturity } from '@/lib/model/maturity'
import type { MaturityAt } from '@/lib/model/maturity-at'
import type { MaturityHistory } from '@/lib/model/maturity-history'
import { approvedOf, draftOf, submittedOf } from '@/lib/testing/assessments'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import * as history from './history/route'
import * as maturity from './route'

let database: TestDatabase
let victim: Cast
let attacker: Cast
let payments: Deployment
const approved: Record<string, AssessmentDetail> = {}

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  payments = await deploymentOf(victim)
  const deploymentId = payments.id
  // Approved out of order on purpose: what counts is the day an assessment speaks for.
  for (const [asOf, stage] of [
    ['2026-06-30', 2],
    ['2025-12-31', 0],
    ['2026-03-31', 1],
    ['2026-05-31', 1],
  ] as const)
    approved[asOf] = await approvedOf(victim, { deploymentId, asOf, stage })
  await submittedOf(victim, { deploymentId, asOf: '2026-07-31', stage: 3 })
  await draftOf(victim, { deploymentId, asOf: '2026-08-31', stage: 3 })
  const claims = await deploymentOf(victim, { slug: 'claims' })
  await approvedOf(victim, { deploymentId: claims.id, asOf: '2026-02-28', stage: 3 })
})

afterAll(() => database.close())

const ask = async (query = '', cast = victim) => {
  const { status, body } = await callRoute(maturity.GET, {
    actor: cast.viewer,
    url: `/?${query}`,
    params: { org: cast.org },
  })
  expect(status).toBe(200)
  return body as MaturityAt
}

describe('GET /maturity', () => {
  test('200: the latest approved result of the deployment assessed last; drafts and submissions do not count', async () => {
    const { deployment, current } = await ask()
    expect(deployment?.slug).toBe('payments')
    expect(current?.assessment.asOf).toBe('2026-06-30')
    expect(current?.maturity).toEqual(Maturity.parse(approved['2026-06-30']?.maturity))
  })

  test('compares with the latest that is about a quarter older, not with the one just before', async () => {
    const { current } = await ask()
    expect(current?.comparison).toMatchObject({ basis: 'quarter', earlier: { asOf: '2026-03-31' } })
    expect(current?.comparison?.change).toMatchObject({ refusal: null, from: '2026-03-31', to: '2026-06-30' })
    expect(current?.comparison?.change.overall).toMatchObject({ stageChange: 1 })
  })

  test('falls back to the one before and says so, and to none for the first', async () => {
    expect((await ask('at=2026-03-31')).current?.comparison).toMatchObject({
      basis: 'quarter',
      earlier: { asOf: '2025-12-31' },
    })
    const cast = (await twoOrganizations()).victim
    const { id: deploymentId } = await deploymentOf(cast)
    await approvedOf(cast, { deploymentId, asOf: '2026-05-01', stage: 1 })
    expect((await ask('', cast)).current?.comparison).toBe(null)
    await approvedOf(cast, { deploymentId, asOf: '2026-06-01', stage: 2 })
    expect((await ask('', cast)).current?.comparison).toMatchObject({
      basis: 'previous',
      earlier: { asOf: '2026-05-01' },
    })
  })

  test('on a day in the past it says what was known to count that day, and before the first nothing', async () => {
    expect((await ask('at=2026-05-30')).current?.assessment.asOf).toBe('2026-03-31')
    expect((await ask('at=2026-05-31')).current?.assessment.asOf).toBe('2026-05-31')
    expect(await ask('at=2025-12-30')).toMatchObject({ at: '2025-12-30', current: null })
  })

  test('another deployment is named by its slug; one that does not exist is not found', async () => {
    expect((await ask('deployment=claims')).current?.maturity.stage).toBe(3)
    const call = { actor: victim.viewer, url: '/?deployment=none', params: { org: victim.org } }
    expect((await callRoute(maturity.GET, call)).status).toBe(404)
  })

  test('an organization without deployments has neither deployment nor result', async () => {
    expect(await ask('', attacker)).toMatchObject({ deployment: null, current: null })
  })

  test('404 for an outsider, 422 for a day that is none', async () => {
    const call = { actor: attacker.admin, params: { org: victim.org } }
    expect((await callRoute(maturity.GET, call)).status).toBe(404)
    const bad = { actor: victim.viewer, url: '/?at=2026-02-30', params: { org: victim.org } }
    expect((await callRoute(maturity.GET, bad)).status).toBe(422)
  })
})

describe('GET /maturity/history', () => {
  test('200: every approved result, oldest first, with its layers and without their capabilities', async () => {
    const { body } = await callRoute(history.GET, { actor: victim.viewer, params: { org: victim.org } })
    const { points } = body as MaturityHistory
    expect(points.map(({ asOf, stage }) => [asOf, stage])).toEqual([
      ['2025-12-31', 0],
      ['2026-03-31', 1],
      ['2026-05-31', 1],
      ['2026-06-30', 2],
    ])
    expect(points[0]?.layers.map(({ layer }) => layer)).toEqual(['IAM', 'NET', 'MON', 'POL', 'DAT'])
    const { layers, ...whole } = approved['2026-06-30']?.maturity ?? { layers: [] }
    expect(points[3]).toMatchObject({
      ...whole,
      layers: layers.map(({ capabilities: _, ...standing }) => standing),
    })
    expect(JSON.stringify(points)).not.toContain('capabilities')
  })

  test('404 for an outsider', async () => {
    const call = { actor: attacker.admin, params: { org: victim.org } }
    expect((await callRoute(history.GET, call)).status).toBe(404)
  })
})
