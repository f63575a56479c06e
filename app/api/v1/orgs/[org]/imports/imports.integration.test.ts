import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '@/lib/model/import-batch'
import { importIncidents } from '@/lib/services/import-incidents'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { GET as one } from './[id]/route'
import { POST as undo } from './[id]/undo/route'
import { GET as list } from './route'

let cast: Cast
let stranger: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  ;[cast, stranger] = [victim, attacker]
  return close
})

const imported = (...rows: string[][]): Promise<ImportReport> =>
  importIncidents(cast.assessor, {
    org: cast.org,
    map: { externalId: 'id', detectedAt: 'seen' },
    options: optionsOf({ fileName: 'january.csv' }),
    chunks: chunksOf(csvText(['id', 'seen'], ...rows)),
  })

describe('the history of imports', () => {
  test('200: names the file, its hash, its counts, who brought it and the rows it refused', async () => {
    const { batchId } = await imported(['H-1', '2025-01-03'], ['H-2', '1970-01-01'])
    const { status, body } = await callRoute(one, { actor: cast.viewer, params: { org: cast.org, id: batchId ?? '' } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'incidents',
      source: 'tracker',
      fileName: 'january.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: 2,
      created: 1,
      rejected: 1,
      rejects: [{ row: 3, field: 'detectedAt' }],
      importedBy: 'Asa Assessor',
      undoneAt: null,
    })
  })

  test('200: is paged newest first and narrowed by kind', async () => {
    const latest = await imported(['H-3', '2025-01-03'])
    const at = (url: string) => callRoute(list, { actor: cast.viewer, url, params: { org: cast.org } })
    const first = await at('/?limit=1')
    expect(first.body).toMatchObject({ items: [{ id: latest.batchId }], nextCursor: expect.any(String) })
    expect((await at('/?kind=audits')).body).toMatchObject({ items: [], nextCursor: null })
    expect((await at('/?cursor=bm8')).status).toBe(422)
  })
})

describe('POST /api/v1/orgs/[org]/imports/[id]/undo', () => {
  const taking = (id: string, actor = cast.assessor, org = cast.org) =>
    callRoute(undo, { actor, method: 'POST', params: { org, id } })

  test('200: takes the import back once, and the log says who brought and who took it', async () => {
    const { batchId } = await imported(['U-1', '2025-02-03'])
    const id = batchId ?? ''
    expect(await taking(id)).toMatchObject({ status: 200, body: { id, undoneBy: 'Asa Assessor' } })
    expect((await taking(id)).status).toBe(409)
    expect(await auditOf(cast, id)).toEqual(['incidents.imported', 'import.undone'])
  })

  test('403, 404: not by a viewer, not from outside, not for an id that never was', async () => {
    const { batchId } = await imported(['U-2', '2025-02-03'])
    const id = batchId ?? ''
    expect((await taking(id, cast.viewer)).status).toBe(403)
    expect((await taking(id, stranger.admin)).status).toBe(404)
    expect((await taking(id, stranger.admin, stranger.org)).status).toBe(404)
    expect((await taking('0190a8f0-0000-7000-8000-000000000001')).status).toBe(404)
    expect((await taking('nonsense')).status).toBe(404)
  })
})
