import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/model/actor'
import type { Member } from '@/lib/model/member'
import { summarizeMembers } from '@/lib/services/summarize-members'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, person, twoOrganizations } from '@/lib/testing/organizations'
import { withFile } from '@/lib/testing/with-file'
import { GET as file } from '../[file]/route'
import * as membersRoute from '../members/route'
import * as organization from '../route'
import * as reviewRoute from './route'

let database: TestDatabase
let cast: Cast
let other: Cast

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ victim: cast, attacker: other } = await twoOrganizations())
})

const idOf = (actor: Actor): string => actor.userId ?? ''
const keep = (userIds: string[], actor: Actor = cast.admin) =>
  callRoute(reviewRoute.POST, { method: 'POST', actor, params: { org: cast.org }, body: { userIds } })
const review = async (): Promise<Member[]> => {
  const { body } = await callRoute(reviewRoute.GET, { actor: cast.auditor, params: { org: cast.org } })
  return (body as { items: Member[] }).items
}
const joined = (actor: Actor, daysAgo: number) =>
  database.owner.query(`UPDATE memberships SET created_at = now() - make_interval(days => $2) WHERE user_id = $1`, [
    idOf(actor),
    daysAgo,
  ])

test('whoever was never reviewed is due ninety days after joining, and those due first come first', async () => {
  await joined(cast.viewer, 91)
  await joined(cast.assessor, 89)
  const [first, second] = await review()
  expect(first).toMatchObject({ userId: idOf(cast.viewer), isReviewOverdue: true, reviewedAt: null })
  expect(second).toMatchObject({ userId: idOf(cast.assessor), isReviewOverdue: false })
  expect(await summarizeMembers(cast.admin, { org: cast.org })).toMatchObject({ members: 5, overdueReviews: 1 })
})

test('who is kept is due later; several at once, all of them or none', async () => {
  await joined(cast.viewer, 91)
  await joined(cast.assessor, 91)
  const ids = [idOf(cast.viewer), idOf(cast.assessor)]
  expect((await keep([...ids, idOf(other.viewer)])).status).toBe(404)
  expect((await review()).filter((one) => one.isReviewOverdue)).toHaveLength(2)
  expect(await keep([...ids, ...ids])).toMatchObject({ status: 200, body: { kept: 2 } })
  expect((await review()).filter((one) => one.isReviewOverdue)).toEqual([])
  for (const id of ids) expect(await auditOf(cast, id)).toEqual(['member.added', 'member.reviewed'])
})

test('nobody reviews themselves while another administrator can', async () => {
  expect((await keep([idOf(cast.admin)])).status).toBe(200)
  const body = { email: `b@${cast.org}.example`, name: 'B', role: 'admin' }
  await callRoute(membersRoute.POST, { method: 'POST', actor: cast.admin, params: { org: cast.org }, body })
  expect((await keep([idOf(cast.admin)])).status).toBe(403)
  expect((await keep([idOf(cast.admin)], await person(body.email, 'B'))).status).toBe(200)
})

test('a review is written by administrators only', async () => {
  const statuses = await Promise.all([cast.viewer, cast.assessor, cast.auditor].map((who) => keep([idOf(who)], who)))
  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403])
})

test('the export holds every member, and no name runs in a spreadsheet', async () => {
  const body = { email: `f@${cast.org}.example`, name: '=HYPERLINK("http://evil.example.test")', role: 'viewer' }
  await callRoute(membersRoute.POST, { method: 'POST', actor: cast.admin, params: { org: cast.org }, body })
  const answer = await callRoute(withFile(file, 'access-review.csv'), {
    actor: cast.auditor,
    params: { org: cast.org },
  })
  const rows = parse(String(answer.body), { columns: true }) as Record<string, string>[]
  expect(rows.map(({ email }) => email).sort()).toEqual((await review()).map(({ email }) => email).sort())
  expect(rows.find(({ email }) => email === body.email)?.name).toBe(`'${body.name}`)
  expect(rows[0]).toMatchObject({ review: 'in order', lastUsedAt: expect.anything() })
})

test('a use is noted once an hour', async () => {
  const visit = () => callRoute(organization.GET, { actor: cast.viewer, params: { org: cast.org } })
  const lastUse = async () => (await review()).find(({ userId }) => userId === idOf(cast.viewer))?.lastUsedAt ?? null
  await visit()
  const first = await lastUse()
  expect(first).not.toBeNull()
  await visit()
  expect(await lastUse()).toBe(first)
  await database.owner.query(
    `UPDATE memberships SET last_used_at = last_used_at - interval '61 minutes' WHERE user_id = $1`,
    [idOf(cast.viewer)],
  )
  await visit()
  expect(Date.parse((await lastUse()) ?? '')).toBeGreaterThanOrEqual(Date.parse(first ?? ''))
})
