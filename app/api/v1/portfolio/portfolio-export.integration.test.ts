import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { withFile } from '@/lib/testing/with-file'
import { GET } from './[file]/route'

let database: TestDatabase
let victim: Cast
let attacker: Cast
beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
})
afterAll(() => database.close())

const take = (file: string, actor = victim.viewer) => callRoute(withFile(GET, file), { actor })

test('the portfolio holds one’s own organizations alone, in every format', async () => {
  const { status, headers, body } = await take('portfolio.csv')
  expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="portfolio.csv"'])
  const rows: Record<string, string>[] = parse(String(body), { columns: true })
  expect(rows.map((row) => row['organization.slug'])).toEqual([victim.org])
  expect(rows[0]).toMatchObject({ role: 'viewer', 'maturity.score': '', 'mttr.value': '' })
  const json = await take('portfolio.json', attacker.viewer)
  expect(json.body).toMatchObject([{ organization: { slug: attacker.org }, maturity: { score: null } }])
  const { bytes } = await take('portfolio.xlsx')
  expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
})

test('401 for nobody, 404 for a file that there is not', async () => {
  expect((await callRoute(withFile(GET, 'portfolio.csv'))).status).toBe(401)
  expect((await take('portfolio.sarif')).status).toBe(404)
})
