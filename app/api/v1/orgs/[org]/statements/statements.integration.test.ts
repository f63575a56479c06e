import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '@/lib/db/sha256'
import { openStatement } from '@/lib/evidence/open-statement'
import { recomputeScore } from '@/lib/evidence/recompute-score'
import { DsseEnvelope } from '@/lib/model/signed-statement'
import type { StatementView } from '@/lib/model/statement-view'
import { approvedOf, draftOf } from '@/lib/testing/assessments'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { GET as listOfAssessment } from '../assessments/[id]/statements/route'
import { GET as read } from './[id]/route'

let database: TestDatabase
let cast: Cast
let deploymentId: string
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
  deploymentId = (await deploymentOf(cast)).id
})
afterAll(() => database.close())

const list = async (id: string) => {
  const { body } = await callRoute(listOfAssessment, { actor: cast.viewer, params: { org: cast.org, id } })
  return (body as { items: StatementView[] }).items
}

const file = async (id: string, name: string): Promise<string> => {
  const { bytes } = await callRoute(read, {
    actor: cast.viewer,
    url: `/?file=${name}`,
    params: { org: cast.org, id },
  })
  return new TextDecoder().decode(bytes)
}

test('whoever reads an approved assessment gets the two files by which its score can be computed again', async () => {
  const { id, maturity } = await approvedOf(cast, { deploymentId, asOf: '2026-05-01', stage: 2 })
  const [shown] = await list(id)
  if (!shown) throw new Error('nothing is signed')
  expect(shown).toMatchObject({
    score: maturity.score,
    stage: maturity.stage,
    formula: maturity.formula,
    day: '2026-05-01',
  })
  expect(shown).not.toHaveProperty('inputs')
  const [envelope, inputs] = [await file(shown.id, 'envelope'), await file(shown.id, 'inputs')]
  expect(sha256(inputs)).toBe(shown.inputsSha256)
  const statement = openStatement(DsseEnvelope.parse(JSON.parse(envelope)))
  expect(recomputeScore(statement, inputs, sha256).outcome).toBe('same')
})

test('nothing is signed of a draft', async () => {
  const { id } = await draftOf(cast, { deploymentId, asOf: '2026-05-02' })
  expect(await list(id)).toEqual([])
})
