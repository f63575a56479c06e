import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { users } from '@/lib/db/repositories/users'
import { withoutTenant } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import { readRisk } from '@/lib/services/read-risk'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { NOWHERE } from '@/lib/testing/organizations'
import { testSettings } from '@/lib/testing/settings'
import { actorOfSession, openSession, passkeyProof } from './session'

const DAY = 86_400_000
const NOW = new Date('2026-11-22T03:30:00Z')
const ago = (ms: number) => new Date(NOW.getTime() - ms)
const LAPTOP = { ...NOWHERE, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140' }
const PHONE = { ...NOWHERE, userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/140' }

let database: TestDatabase
let userId: string

beforeAll(async () => {
  database = await testDatabase()
  testSettings()
})
beforeEach(async () => {
  userId = (await withoutTenant((tx) => users(tx).put(`${newId()}@case.example`, 'Mia'))).id
})
afterAll(() => database.close())

const open = (origin = LAPTOP, now = NOW) => openSession(userId, passkeyProof(now), origin, now)

/** The kinds held against the session of a cookie. */
async function against(cookie: string, origin = LAPTOP, now = NOW): Promise<string[]> {
  const id = (await actorOfSession(cookie, origin, now))?.context.sessionId ?? ''
  return ((await readRisk([id], now)).get(id) ?? []).map(({ kind }) => kind).sort()
}

describe('a session in a browser this person never used before', () => {
  test('has that against it, once', async () => {
    await open(LAPTOP, ago(DAY))
    expect(await against(await open(PHONE), PHONE)).toEqual(['new-device'])
    expect(await against(await open(PHONE), PHONE)).toEqual([])
    expect(await against(await open(LAPTOP))).toEqual([])
  })

  test('has nothing against it when it is the first ever', async () => {
    expect(await against(await open())).toEqual([])
  })

  test('is told apart per person: somebody else’s browser is still a new one', async () => {
    await open(PHONE, ago(DAY))
    userId = (await withoutTenant((tx) => users(tx).put(`${newId()}@case.example`, 'Noa'))).id
    await open(LAPTOP, ago(DAY))
    expect(await against(await open(PHONE), PHONE)).toEqual(['new-device'])
  })

  test('is met by the policy as a score that fades', async () => {
    await open(LAPTOP, ago(DAY))
    const cookie = await open(PHONE)
    const risk = async (minutes: number) =>
      (await actorOfSession(cookie, PHONE, new Date(NOW.getTime() + minutes * 60_000)))?.context.risk
    expect([await risk(0), await risk(20), await risk(40)]).toEqual([20, 13, 8])
  })
})

describe('a session at an hour of the day at which this person never was here', () => {
  const habit = async (visits: number, hour: string) => {
    for (let day = 1; day <= visits; day++) await open(LAPTOP, new Date(`${isoDay(day)}T${hour}:10:00Z`))
  }
  const isoDay = (days: number) =>
    ago(days * DAY)
      .toISOString()
      .slice(0, 10)

  test('has that against it after twenty others over a week and more', async () => {
    await habit(20, '09')
    expect(await against(await open())).toEqual(['unusual-hour'])
  })

  test('has nothing against it after nineteen others, or at a usual hour', async () => {
    await habit(19, '09')
    expect(await against(await open())).toEqual([])
    const usual = new Date('2026-11-22T09:50:00Z')
    expect(await against(await open(LAPTOP, usual), LAPTOP, usual)).toEqual([])
  })
})

describe('a cookie brought by another browser', () => {
  test('counts against the person’s other sessions, once', async () => {
    const [stolen, other] = [await open(), await open()]
    expect(await actorOfSession(stolen, PHONE, NOW)).toBeNull()
    expect(await actorOfSession(stolen, PHONE, NOW)).toBeNull()
    expect(await against(other)).toEqual(['browser-changed'])
  })

  test('counts against nobody else', async () => {
    const stolen = await open()
    userId = (await withoutTenant((tx) => users(tx).put(`${newId()}@case.example`, 'Noa'))).id
    const other = await open()
    await actorOfSession(stolen, PHONE, NOW)
    expect(await against(other)).toEqual([])
  })
})
