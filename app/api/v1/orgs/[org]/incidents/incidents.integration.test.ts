import { beforeAll, describe, expect, test } from 'vitest'
import { callRoute } from '@/lib/testing/call-route'
import { csvText, holdings } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { withFile } from '@/lib/testing/with-file'
import { GET as file } from '../[file]/route'
import { GET as metrics } from '../metrics/route'
import { GET as outcomes } from '../outcomes/route'
import { POST as preview } from './import/preview/route'
import { POST as importCsv } from './import/route'
import { GET as list } from './route'

const MAP = JSON.stringify({ externalId: 'id', title: 'title', detectedAt: 'seen', resolvedAt: 'fixed' })
const exportCsv = withFile(file, 'incidents.csv')
const january = csvText(
  ['id', 'title', 'seen', 'fixed'],
  ['A-1', 'Phish', '2025-01-03', '2025-01-04'],
  ['A-2', 'Leak', '2025-01-09', '?'],
)

let cast: Cast
let stranger: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  ;[cast, stranger] = [victim, attacker]
  await deploymentOf(cast)
  return close
})

const query = (given: Record<string, string>) => `/?${new URLSearchParams({ source: 'tracker', map: MAP, ...given })}`
const csv = { 'content-type': 'text/csv; charset=utf-8' }

type Upload = {
  by?: keyof Cast
  to?: Cast
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

const upload = async ({
  by = 'assessor',
  to = cast,
  query: given = {},
  body = january,
  headers = csv,
}: Upload = {}) => {
  const actor = to[by]
  if (typeof actor !== 'object' || !('kind' in actor)) throw new Error(`${by} is nobody`)
  return callRoute(importCsv, { actor, method: 'POST', url: query(given), params: { org: to.org }, body, headers })
}

/** A body that is sent piece by piece, `count` pieces of a mebibyte. */
const mebibytes = (count: number): ReadableStream<Uint8Array> => {
  const line = new TextEncoder().encode(`${'x'.repeat(1023)}\n`)
  const piece = new Uint8Array(1024 * 1024)
  for (let at = 0; at < piece.length; at += line.length) piece.set(line, at)
  let sent = 0
  return new ReadableStream({
    pull: (controller) => (sent++ < count ? controller.enqueue(piece) : controller.close()),
  })
}

describe('POST /api/v1/orgs/[org]/incidents/import', () => {
  test('200: importing the same file twice stores each incident once', async () => {
    const [first, second] = [await upload(), await upload()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body).toMatchObject({ rows: 2, created: 2, unchanged: 0, months: ['2025-01'] })
    expect(second.body).toMatchObject({ rows: 2, created: 0, unchanged: 2, months: [] })
  })

  test('200: a dry run answers the same and keeps nothing', async () => {
    const before = await holdings(cast.organization.id)
    const body = january.replace('Phish', 'Spear')
    const { status, body: report } = await upload({ query: { dryRun: 'true' }, body })
    expect(status).toBe(200)
    expect(report).toMatchObject({ dryRun: true, batchId: null, updated: 1 })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('422: a row resolved before it was detected is named by its line', async () => {
    const body = csvText(['id', 'title', 'seen', 'fixed'], ['A-9', 'x', '2025-01-03', '2025-01-02'])
    const { status, body: problem } = await upload({ body })
    expect(status).toBe(422)
    expect(problem).toMatchObject({ problems: [{ row: 2, field: 'resolvedAt' }] })
  })

  test.each([
    ['map', { map: '{"externalId":"id","nonsense":"x"}' }],
    ['map', { map: 'id' }],
    ['source', { source: ' ' }],
    ['dates', { dates: 'backwards' }],
    ['zone', { zone: 'Europe/Atlantis' }],
    ['dryRun', { dryRun: 'perhaps' }],
  ])('422: a %s that cannot be used is named: %j', async (field, given) => {
    const before = await holdings(cast.organization.id)
    const { status, body } = await upload({ query: given })
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: [{ field: expect.stringMatching(new RegExp(`^${field}`)) }] })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('401, 403, 404: nobody, a viewer and a stranger store nothing', async () => {
    const before = await holdings(cast.organization.id)
    const params = { org: cast.org }
    const call = { method: 'POST', url: query({}), params, body: january, headers: csv }
    expect((await callRoute(importCsv, call)).status).toBe(401)
    expect((await upload({ by: 'viewer' })).status).toBe(403)
    expect((await callRoute(importCsv, { ...call, actor: stranger.admin })).status).toBe(404)
    expect((await upload({ query: { deployment: 'nowhere' } })).status).toBe(404)
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('413: more than 100 MiB is refused, whatever its length claims, and nothing is written', async () => {
    const before = await holdings(cast.organization.id)
    const sent = await upload({ body: mebibytes(101) })
    expect(sent).toMatchObject({ status: 413, body: { detail: expect.stringContaining('proofline import') } })
    const announced = await upload({ headers: { ...csv, 'content-length': String(200 * 1024 ** 2) } })
    expect(announced.status).toBe(413)
    expect(await holdings(cast.organization.id)).toEqual(before)
  })

  test('415: something else than CSV is refused', async () => {
    expect((await upload({ headers: { 'content-type': 'application/json' } })).status).toBe(415)
  })
})

describe('POST /api/v1/orgs/[org]/incidents/import/preview', () => {
  const look = (body: unknown, url = '/') =>
    callRoute(preview, { actor: cast.assessor, method: 'POST', url, params: { org: cast.org }, body, headers: csv })

  test('200: guesses the columns, or uses the map that is given', async () => {
    const guessed = await look(csvText(['number', 'opened_at'], ['X', '2025-01-01']))
    expect(guessed.body).toMatchObject({ map: { externalId: 'number', detectedAt: 'opened_at' }, refused: 0 })
    const given = await look(january, query({ map: '{"externalId":"title","detectedAt":"seen"}' }))
    expect(given.body).toMatchObject({ rows: [{ values: { externalId: 'Phish' } }, {}] })
  })

  test('413: more than 256 KiB is more than a preview reads', async () => {
    expect((await look(mebibytes(1))).status).toBe(413)
  })
})

describe('reading incidents', () => {
  const read = (handler: typeof list, url: string, actor = cast.viewer) =>
    callRoute(handler, { actor, url, params: { org: cast.org } })

  test('200: a page of what the filter shows, and where the next begins', async () => {
    const { status, body } = await read(list, '/?limit=1&state=open')
    expect(status).toBe(200)
    expect(body).toMatchObject({ items: [{ externalId: 'A-2' }], nextCursor: null })
  })

  test('400: a parameter named twice, of which either might be meant', async () => {
    const { status, body } = await read(list, '/?state=open&state=closed')
    expect([status, body]).toMatchObject([400, { detail: 'The parameter state is named twice.' }])
  })
  test.each(['cursor=abc', 'limit=0', 'severity=huge', 'month=2025-13', 'deployment=No'])('422: %s', async (url) => {
    expect((await read(list, `/?${url}`)).status).toBe(422)
  })

  test('200: the export is a CSV file of the same rows', async () => {
    const { status, headers, body } = await read(exportCsv, '/?state=open')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${cast.org}-incidents.csv"`)
    expect(String(body).split('\r\n')).toHaveLength(3)
  })

  test('200: months and outcomes carry their n', async () => {
    expect((await read(metrics, '/')).body).toMatchObject({ items: [{ month: '2025-01', incidents: 2 }] })
    const { body } = await read(outcomes, '/?deployment=payments')
    expect(body).toMatchObject({
      deployment: { slug: 'payments' },
      scope: 'organization',
      result: { goLive: '2025-12' },
    })
  })

  test('404: a stranger sees none of it', async () => {
    for (const handler of [list, exportCsv, metrics, outcomes]) {
      expect((await read(handler, '/', stranger.admin)).status).toBe(404)
    }
  })
})
