import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Run, RunEvent, RunUnit } from '@/lib/model/run'
import { followRun, type Told } from '@/lib/services/follow-run'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { endedRun } from '@/lib/testing/runs'
import { GET as follow } from './[id]/events/route'
import { GET as readLog } from './[id]/log/route'
import { GET as read } from './[id]/route'
import { GET as listUnits } from './[id]/units/route'
import { GET as list } from './route'

let database: TestDatabase
let cast: Cast
let ended: { id: string; connectionId: string }

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
  ended = await endedRun(cast, { name: 'Ended' })
})
afterAll(() => database.close())

const ask = <T>(handler: Parameters<typeof callRoute>[0], id: string, url = '/', headers = {}) =>
  callRoute(handler, { actor: cast.viewer, params: { org: cast.org, id }, url, headers }) as Promise<
    Awaited<ReturnType<typeof callRoute>> & { body: T }
  >

type Listed<T> = { items: T[]; nextCursor: string | null }

describe('a run', () => {
  test('says how far it is by its units', async () => {
    const { body } = await ask<Run>(read, ended.id)
    expect(body).toMatchObject({ state: 'cancelled', connectionName: 'Ended', snapshot: null, totals: null })
    expect(body.progress).toEqual({
      units: { waiting: 0, running: 0, ok: 1, denied: 1, failed: 0, cancelled: 0 },
      gaps: 1,
      pages: 2,
      items: 40,
      calls: 4,
    })
  })
  test('is listed newest first, by connection and by state, in pages that miss none', async () => {
    for (const name of ['Second', 'Third']) await endedRun(cast, { name, state: 'done' })
    const all = (await ask<Listed<Run>>(list, '')).body.items
    expect(all.map(({ connectionName }) => connectionName)).toEqual(['Third', 'Second', 'Ended'])
    const first = (await ask<Listed<Run>>(list, '', '/?limit=2')).body
    const rest = (await ask<Listed<Run>>(list, '', `/?limit=2&cursor=${first.nextCursor}`)).body
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    const ofOne = (await ask<Listed<Run>>(list, '', `/?connection=${ended.connectionId}`)).body.items
    expect(ofOne.map(({ id }) => id)).toEqual([ended.id])
    expect((await ask<Listed<Run>>(list, '', '/?state=done')).body.items).toHaveLength(2)
    expect((await ask<Listed<Run>>(list, '', '/?state=active')).body.items).toEqual([])
    expect((await ask(list, '', `/?connection=${newId()}`)).status).toBe(404)
  })
  test('lists its units in pages, and those alone in which something could not be read', async () => {
    const first = (await ask<Listed<RunUnit>>(listUnits, ended.id, '/?limit=1')).body
    const second = (await ask<Listed<RunUnit>>(listUnits, ended.id, `/?limit=1&cursor=${first.nextCursor}`)).body
    const units = [...first.items, ...second.items]
    expect(units.map(({ region, service }) => [region, service])).toEqual([
      [null, 'iam'],
      ['eu-west-1', 'ec2'],
    ])
    expect(second.nextCursor).toBeNull()
    const gaps = (await ask<Listed<RunUnit>>(listUnits, ended.id, '/?gaps=1')).body.items
    expect(gaps.map(({ service }) => service)).toEqual(['iam'])
    expect((await ask<Listed<RunUnit>>(listUnits, ended.id, '/?state=ok')).body.items).toHaveLength(1)
  })
  test('keeps its log, oldest line first, in pages', async () => {
    const first = (await ask<Listed<RunEvent>>(readLog, ended.id, '/?limit=2')).body
    const rest = (await ask<Listed<RunEvent>>(readLog, ended.id, `/?limit=2&cursor=${first.nextCursor}`)).body
    expect([...first.items, ...rest.items].map(({ message }) => message)).toEqual(['Line 1', 'Line 2', 'Line 3'])
  })
})

/** The events of a stream, comments left out. */
const eventsIn = (text: unknown) =>
  String(text)
    .split('\n\n')
    .filter((part) => part.startsWith('event:'))
    .map((part) => Object.fromEntries(part.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))))

describe('following a run', () => {
  test('that ended tells it, every line, and that it is over', async () => {
    const answer = await ask(follow, ended.id)
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const events = eventsIn(answer.body)
    expect(events.map(({ event }) => event)).toEqual(['run', 'log', 'log', 'log', 'end'])
    expect(JSON.parse(events.at(-1)?.data ?? '')).toEqual({ state: 'cancelled' })
  })
  test('goes on after the line the browser had last; an id that is none begins anew', async () => {
    const all = eventsIn((await ask(follow, ended.id)).body)
    const had = all[2]?.id
    const rest = eventsIn((await ask(follow, ended.id, '/', { 'last-event-id': had })).body)
    expect(rest.map(({ event }) => event)).toEqual(['run', 'log', 'end'])
    const odd = eventsIn((await ask(follow, ended.id, '/', { 'last-event-id': 'x; DROP' })).body)
    expect(odd.length).toBe(all.length)
  })

  const following = (id: string, again: () => Promise<Cast['viewer']>) =>
    followRun(cast.viewer, {
      org: cast.org,
      id,
      after: null,
      signal: new AbortController().signal,
      again,
      everyMs: { look: 5, beat: 0 },
    })

  test('tells every change until it ends', async () => {
    const { id } = await endedRun(cast, { name: 'Going on', state: 'running' })
    const told: Told['kind'][] = []
    for await (const one of await following(id, async () => cast.viewer)) {
      told.push(one.kind)
      if (told.length === 1) await finish(cast.organization.id, id)
    }
    expect(told.filter((kind) => kind !== 'beat')).toEqual(['run', 'run', 'log', 'log', 'log', 'end'])
  })
  test('ends when who follows signed out or lost their role', async () => {
    const { id } = await endedRun(cast, { name: 'Watched', state: 'running' })
    const strangers = { ...cast.viewer, memberships: [] }
    const gone = () => Promise.reject(new AppError('unauthenticated'))
    for (const again of [gone, async () => strangers]) {
      const told: Told['kind'][] = []
      for await (const one of await following(id, again)) told.push(one.kind)
      expect(told).toEqual(['run', 'closed'])
    }
  })
})

const finish = (organizationId: string, id: string) =>
  forOrganizations([organizationId], (tx) =>
    tx.run.update({
      where: { organizationId_id: { organizationId, id } },
      data: { state: 'done', finishedAt: new Date() },
    }),
  )
