import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOfSession, openSession, passkeyProof } from '@/lib/auth/session'
import type { Actor } from '@/lib/model/actor'
import type { Elevation } from '@/lib/model/elevation'
import { changeMember } from '@/lib/services/change-member'
import { decideElevation } from '@/lib/services/decide-elevation'
import { getElevation } from '@/lib/services/get-elevation'
import { requestElevation } from '@/lib/services/request-elevation'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, person, twoOrganizations } from '@/lib/testing/organizations'
import * as membersRoute from '../members/route'
import * as organization from '../route'
import * as approveRoute from './[id]/approve/route'
import * as endRoute from './[id]/end/route'
import * as refuseRoute from './[id]/refuse/route'
import * as elevationRoute from './[id]/route'
import * as elevationsRoute from './route'

const HOUR = 3_600_000
const asked = { role: 'admin', hours: 2, reason: 'A provider has to be replaced tonight' } as const

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ victim: cast } = await twoOrganizations())
})

const idOf = (actor: Actor): string => actor.userId ?? ''
const ask = (actor: Actor, body: object = asked) =>
  callRoute(elevationsRoute.POST, { method: 'POST', actor, params: { org: cast.org }, body })
const asks = async (actor: Actor, body: object = asked): Promise<string> =>
  ((await ask(actor, body)).body as Elevation).id
const act = (route: { POST: typeof endRoute.POST }, id: string, actor: Actor) =>
  callRoute(route.POST, { method: 'POST', actor, params: { org: cast.org, id } })
const update = (actor: Actor) =>
  callRoute(organization.PATCH, { method: 'PATCH', actor, params: { org: cast.org }, body: { headcount: 7 } })

describe('asking for a higher role', () => {
  test('waits for an administrator and changes nothing until then', async () => {
    expect(await ask(cast.viewer)).toMatchObject({
      status: 201,
      body: { state: 'requested', fromRole: 'viewer', role: 'admin', name: 'Vera Viewer', expiresAt: null },
    })
    expect((await update(cast.viewer)).status).toBe(403)
    expect(await auditOf(cast, idOf(cast.viewer))).toEqual(['member.added', 'elevation.requested'])
  })

  test.each([
    ['a role that is not higher', { ...asked, role: 'viewer' }, 'role'],
    ['more hours than the organization lends', { ...asked, hours: 9 }, 'hours'],
    ['no hour at all', { ...asked, hours: 0 }, 'hours'],
    ['a reason that says nothing', { ...asked, reason: 'please' }, 'reason'],
  ])('is refused for %s', async (_, body, field) => {
    expect(await ask(cast.assessor, body)).toMatchObject({ status: 422, body: { problems: [{ field }] } })
  })

  test('is not for auditors, who would judge what they did themselves', async () => {
    expect((await ask(cast.auditor)).status).toBe(422)
  })

  test('is not for a machine', async () => {
    const call = { method: 'POST', token: await cast.token('viewer'), params: { org: cast.org }, body: asked }
    expect((await callRoute(elevationsRoute.POST, call)).status).toBe(403)
  })

  test('happens once at a time, also when asked twice at once', async () => {
    const statuses = (await Promise.all([ask(cast.viewer), ask(cast.viewer), ask(cast.viewer)])).map((a) => a.status)
    expect(statuses.sort()).toEqual([201, 409, 409])
  })

  test('lapses when nobody answers for a day, and can be made anew', async () => {
    const then = new Date(Date.now() - 25 * HOUR)
    const { id } = await requestElevation(cast.viewer, { org: cast.org, request: asked }, then)
    expect(await getElevation(cast.viewer, { org: cast.org, id })).toMatchObject({ state: 'lapsed' })
    expect((await act(approveRoute, id, cast.admin)).status).toBe(409)
    expect((await ask(cast.viewer)).status).toBe(201)
  })
})

describe('an approved one', () => {
  test('counts from the next request on, is no key to other people’s roles, and ends by itself', async () => {
    const id = await asks(cast.viewer)
    const session = await openSession(idOf(cast.viewer), passkeyProof(new Date()), NOWHERE)
    expect(await act(approveRoute, id, cast.admin)).toMatchObject({ status: 200, body: { decidedBy: 'Ada Admin' } })
    expect((await update(cast.viewer)).status).toBe(200)
    const words = { email: `accomplice@${cast.org}.example`, name: 'A', role: 'admin' }
    const invite = { method: 'POST', session, params: { org: cast.org }, body: words }
    expect((await callRoute(membersRoute.POST, invite)).status).toBe(403)

    const before = await actorOfSession(session, NOWHERE, new Date(Date.now() + 20 * 60_000))
    expect(before?.memberships[0]).toMatchObject({ role: 'admin', ownRole: 'viewer' })
    await database.owner.query('UPDATE memberships SET elevated_until = now() WHERE user_id = $1', [idOf(cast.viewer)])
    expect((await update(cast.viewer)).status).toBe(403)
    const later = new Date(Date.now() + 2 * HOUR + 1000)
    expect(await getElevation(cast.viewer, { org: cast.org, id }, later)).toMatchObject({ state: 'expired' })
  })

  test('lasts the hours asked for, and no longer than the membership', async () => {
    const now = new Date()
    const until = async (actor: Actor) => {
      const { id } = await requestElevation(actor, { org: cast.org, request: asked }, now)
      return (await decideElevation(cast.admin, { org: cast.org, id, answer: 'approve' }, now)).expiresAt
    }
    const soon = new Date(now.getTime() + HOUR)
    await database.owner.query('UPDATE memberships SET expires_at = $2 WHERE user_id = $1', [idOf(cast.viewer), soon])
    expect(await until(cast.viewer)).toBe(soon.toISOString())
    expect(await until(cast.assessor)).toBe(new Date(now.getTime() + 2 * HOUR).toISOString())
  })

  test('can be ended early by the person, and by an administrator', async () => {
    for (const [who, by] of [
      [cast.viewer, cast.viewer],
      [cast.assessor, cast.admin],
    ] as const) {
      const id = await asks(who)
      await act(approveRoute, id, cast.admin)
      expect((await update(who)).status).toBe(200)
      expect(await act(endRoute, id, by)).toMatchObject({ status: 200, body: { state: 'ended' } })
      expect((await update(who)).status).toBe(403)
      expect((await act(endRoute, id, by)).status).toBe(409)
      expect((await auditOf(cast, idOf(who))).slice(-3)).toEqual([
        'elevation.requested',
        'elevation.approved',
        'elevation.ended',
      ])
    }
  })

  test('ends with the role it was lent beside', async () => {
    const id = await asks(cast.viewer)
    await act(approveRoute, id, cast.admin)
    await changeMember(cast.admin, { org: cast.org, userId: idOf(cast.viewer), change: { role: 'assessor' } })
    expect(await getElevation(cast.admin, { org: cast.org, id })).toMatchObject({ state: 'ended' })
    expect((await update(cast.viewer)).status).toBe(403)
  })
})

describe('an answer', () => {
  test('is given by somebody else, with a fresh proof, and not by a role that is lent itself', async () => {
    const email = `lent@${cast.org}.example`
    const body = { email, name: 'Lena Lent', role: 'viewer' }
    await callRoute(membersRoute.POST, { method: 'POST', actor: cast.admin, params: { org: cast.org }, body })
    const lent = await person(email, 'Lena Lent')
    await act(approveRoute, await asks(lent), cast.admin)
    const id = await asks(cast.viewer)
    const aged = passkeyProof(new Date(Date.now() - 6 * 60_000))
    const stale = await openSession(idOf(cast.admin), aged, NOWHERE)
    const statuses = [
      await act(approveRoute, id, cast.viewer),
      await act(approveRoute, id, lent),
      await callRoute(approveRoute.POST, { method: 'POST', session: stale, params: { org: cast.org, id } }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 401])
    expect(await getElevation(cast.admin, { org: cast.org, id })).toMatchObject({ state: 'requested' })
  })

  test('is never one’s own, whatever role one has come to since', async () => {
    const id = await asks(cast.viewer)
    await database.owner.query(`UPDATE memberships SET role = 'admin' WHERE user_id = $1`, [idOf(cast.viewer)])
    expect((await act(approveRoute, id, cast.viewer)).status).toBe(403)
  })

  test('is given once: two at once are one', async () => {
    const id = await asks(cast.viewer)
    const routes = [approveRoute, refuseRoute, approveRoute]
    const statuses = (await Promise.all(routes.map((route) => act(route, id, cast.admin)))).map((a) => a.status)
    expect(statuses.sort()).toEqual([200, 409, 409])
  })

  test('of refusal leaves the role as it is', async () => {
    const id = await asks(cast.viewer)
    expect(await act(refuseRoute, id, cast.admin)).toMatchObject({ status: 200, body: { state: 'refused' } })
    expect((await update(cast.viewer)).status).toBe(403)
  })
})

test('members see their own requests, administrators and auditors all of them', async () => {
  const id = await asks(cast.viewer)
  await asks(cast.assessor)
  const seen = async (actor: Actor) => {
    const { body } = await callRoute(elevationsRoute.GET, { actor, params: { org: cast.org } })
    return (body as { items: Elevation[] }).items.map(({ name }) => name)
  }
  expect(await seen(cast.viewer)).toEqual(['Vera Viewer'])
  expect(await seen(cast.auditor)).toEqual(['Asa Assessor', 'Vera Viewer'])
  const others = { actor: cast.assessor, params: { org: cast.org, id } }
  expect((await callRoute(elevationRoute.GET, others)).status).toBe(404)
  expect((await act(endRoute, id, cast.assessor)).status).toBe(404)
  expect(await act(endRoute, id, cast.viewer)).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
})
