import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/model/actor'
import type { Notice } from '@/lib/model/notice'
import { countNotices } from '@/lib/services/count-notices'
import { decideElevation } from '@/lib/services/decide-elevation'
import { putMember } from '@/lib/services/put-member'
import { requestElevation } from '@/lib/services/request-elevation'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, person, twoOrganizations } from '@/lib/testing/organizations'
import * as noticesRoute from './route'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ victim: cast } = await twoOrganizations())
})

const read = async (actor: Actor): Promise<Notice[]> => {
  const { body } = await callRoute(noticesRoute.GET, { actor, params: { org: cast.org } })
  return (body as { items: Notice[] }).items
}
const see = (actor: Actor, until: string) =>
  callRoute(noticesRoute.POST, { method: 'POST', actor, params: { org: cast.org }, body: { until } })
const unseen = async (actor: Actor) => (await countNotices(actor, { org: cast.org })).unseen

test('administrators are told of a new administrator and of a raised role, not of every member', async () => {
  expect(await read(cast.admin)).toEqual([])
  await putMember(cast.admin, { org: cast.org, email: `v@${cast.org}.example`, name: 'V', role: 'viewer' })
  await putMember(cast.admin, { org: cast.org, email: `v@${cast.org}.example`, name: 'V', role: 'admin' })
  const request = { role: 'admin', hours: 1, reason: 'the network has to be mended' } as const
  const { id } = await requestElevation(cast.assessor, { org: cast.org, request })
  expect(await countNotices(cast.admin, { org: cast.org })).toEqual({ unseen: 1, waiting: 1 })
  await decideElevation(cast.admin, { org: cast.org, id, answer: 'approve' })
  expect(await read(cast.admin)).toMatchObject([
    { action: 'elevation.approved', subjectName: 'Asa Assessor', role: 'admin', isSeen: false },
    { action: 'member.changed', subjectName: 'V', role: 'admin', actorName: 'Ada Admin', isSeen: false },
  ])
  expect(await countNotices(cast.admin, { org: cast.org })).toEqual({ unseen: 2, waiting: 0 })
})

test('who has seen them is not told again, and what happens later is new', async () => {
  const email = `second@${cast.org}.example`
  await putMember(cast.admin, { org: cast.org, email, name: 'Second', role: 'admin' })
  const [newest] = await read(cast.admin)
  expect((await see(cast.admin, newest?.at ?? '')).status).toBe(204)
  expect(await unseen(cast.admin)).toBe(0)
  await putMember(cast.admin, { org: cast.org, email: `third@${cast.org}.example`, name: 'Third', role: 'admin' })
  expect(await unseen(cast.admin)).toBe(1)
  expect(await unseen(await person(email, 'Second'))).toBe(1)
})

test('seeing does not reach into the future', async () => {
  await see(cast.admin, new Date(Date.now() + 86_400_000).toISOString())
  await putMember(cast.admin, { org: cast.org, email: `late@${cast.org}.example`, name: 'Late', role: 'admin' })
  expect(await unseen(cast.admin)).toBe(1)
})

test('viewers and assessors are told nothing', async () => {
  const statuses = [cast.viewer, cast.assessor].map(
    async (actor) => (await callRoute(noticesRoute.GET, { actor, params: { org: cast.org } })).status,
  )
  expect(await Promise.all(statuses)).toEqual([403, 403])
})
