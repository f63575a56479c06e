import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RecordKind } from '@/lib/model/record-kind'
import { draftOf } from '@/lib/testing/assessments'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { connectionOf } from '@/lib/testing/findings'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { deleteAnswer } from './delete-answer'
import { deleteAssessment } from './delete-assessment'
import { deleteConnection } from './delete-connection'
import { deleteDeployment } from './delete-deployment'
import { deleteEvidence } from './delete-evidence'
import { importIncidents } from './import-incidents'
import { linkEvidence } from './link-evidence'
import { placeLegalHold } from './place-legal-hold'
import { releaseLegalHold } from './release-legal-hold'
import { undoImport } from './undo-import'

const HELD = { code: 'conflict', detail: expect.stringContaining('The legal hold "Case 7" keeps this.') }
const AS_OF = '2026-03-31'

let database: TestDatabase
let cast: Cast
let victim: Cast
let org: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  const both = await twoOrganizations()
  cast = both.attacker
  victim = both.victim
  org = cast.org
})

const hold = (of: Cast, kinds: RecordKind[], from: string | null = null, to: string | null = null) =>
  placeLegalHold(of.admin, { org: of.org, hold: { name: 'Case 7', reason: 'a dispute', kinds, from, to } })

async function evidence(): Promise<{ draft: string; item: string }> {
  const { id: deploymentId } = await deploymentOf(cast)
  const { id: draft } = await draftOf(cast, { deploymentId, asOf: AS_OF })
  const link = {
    kind: 'link',
    title: 'x',
    url: 'https://example.org',
    collectedOn: '2026-02-01',
    expiresOn: null,
  } as const
  const { id: item } = await linkEvidence(cast.assessor, { org, id: draft, capability: 'IAM-01', link })
  return { draft, item }
}

describe('while a hold covers it, nobody deletes', () => {
  test('evidence, the answer it stands in or the draft', async () => {
    const { draft, item } = await evidence()
    const { id } = await hold(cast, ['evidence'])
    await expect(deleteEvidence(cast.assessor, { org, id: item })).rejects.toMatchObject(HELD)
    await expect(deleteAnswer(cast.assessor, { org, id: draft, capability: 'IAM-01' })).rejects.toMatchObject(HELD)
    await expect(deleteAssessment(cast.assessor, { org, id: draft })).rejects.toMatchObject(HELD)
    await releaseLegalHold(cast.admin, { org, id, reason: 'settled' })
    await deleteEvidence(cast.assessor, { org, id: item })
    await deleteAssessment(cast.assessor, { org, id: draft })
  })

  test.each<RecordKind>(['snapshots', 'run-logs', 'resolved-findings'])(
    'a connection whose %s are held',
    async (kind) => {
      const id = await connectionOf(cast)
      await hold(cast, [kind])
      await expect(deleteConnection(cast.admin, { org, id })).rejects.toMatchObject(HELD)
    },
  )

  test('records that no rule removes, where everything is held', async () => {
    const { batchId } = await importIncidents(cast.admin, {
      org,
      map: { externalId: 'id', occurredAt: 'on' },
      options: optionsOf(),
      chunks: chunksOf(csvText(['id', 'on'], ['1', '2026-02-28T00:00:00Z'])),
    })
    const { id: deployment } = await deploymentOf(cast)
    await hold(cast, ['evidence'])
    const elsewhere = await hold(cast, [], '2026-03-01', '2026-03-31')
    const { id } = await hold(cast, [], '2026-02-28')
    const undo = () => undoImport(cast.admin, { org, id: batchId ?? '' })
    await expect(undo()).rejects.toMatchObject(HELD)
    await expect(deleteDeployment(cast.admin, { org, id: deployment })).rejects.toMatchObject(HELD)
    await releaseLegalHold(cast.admin, { org, id, reason: 'settled' })
    await undo()
    await expect(releaseLegalHold(cast.admin, { org, id, reason: 'again' })).rejects.toMatchObject({ code: 'conflict' })
    expect(elsewhere.releasedAt).toBeNull()
  })
})

describe('a hold leaves alone', () => {
  test.each<[what: string, kinds: RecordKind[], from: string | null, to: string | null]>([
    ['other kinds', ['packs', 'decisions'], null, null],
    ['what was over before its first day', [], '2026-04-01', null],
    ['what began after its last day', [], null, '2026-01-31'],
  ])('%s', async (_, kinds, from, to) => {
    const { item } = await evidence()
    await hold(cast, kinds, from, to)
    await deleteEvidence(cast.assessor, { org, id: item })
  })

  test('another organization', async () => {
    const { item } = await evidence()
    await hold(victim, [])
    await deleteEvidence(cast.assessor, { org, id: item })
  })
})

test('only an administrator places or releases one', async () => {
  const input = { name: 'x', reason: 'because', kinds: [], from: null, to: null }
  for (const actor of [cast.viewer, cast.assessor, cast.auditor])
    await expect(placeLegalHold(actor, { org, hold: input })).rejects.toMatchObject({ code: 'forbidden' })
})
