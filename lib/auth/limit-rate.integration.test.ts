import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Caller, limitRate } from './limit-rate'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  overrideEnv({ ratePerMinute: 600 })
})
afterEach(() => void vi.useRealTimers())

const ask = (caller: Caller, key: string | null): Promise<AppError | null> =>
  limitRate(caller, key).then(
    () => null,
    (error) => (error instanceof AppError ? error : Promise.reject(error)),
  )
async function letIn(caller: Caller, key: string | null, times: number): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, () => ask(caller, key)))
  const refused = answers.filter((error) => error !== null)
  expect(new Set(refused.map(({ code }) => code)).size).toBeLessThanOrEqual(1)
  expect(refused[0]?.code ?? 'too-many-requests').toBe('too-many-requests')
  return times - refused.length
}
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

describe('limitRate', () => {
  test.each([
    ['person', 600],
    ['token', 600],
  ] as const)('a %s is let in %i times a minute, however many ask at once', async (caller, times) => {
    expect(await letIn(caller, newId(), times + 400)).toBe(times)
  })

  test('an address is let in 1200 times a minute, and through a door 60 times', async () => {
    expect(await letIn('address', '203.0.113.1', 2000)).toBe(1200)
    expect(await letIn('door', '203.0.113.1', 200)).toBe(60)
  })

  test('the operator’s rate is everybody’s', async () => {
    overrideEnv({ ratePerMinute: 100 })
    expect(await letIn('person', newId(), 500)).toBeGreaterThanOrEqual(98)
    expect(await letIn('person', newId(), 500)).toBeLessThanOrEqual(100)
    expect(await letIn('door', '203.0.113.2', 50)).toBe(10)
  })

  test('whoever is refused is told how long to wait, and is let in then', async () => {
    const key = newId()
    await letIn('person', key, 600)
    later(20)
    const refusal = await ask('person', key)
    expect(refusal).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 40 })
    later(39)
    expect(await ask('person', key)).not.toBeNull()
    later(2)
    expect(await letIn('person', key, 700)).toBe(600)
  })

  test('points that were not used do not add up', async () => {
    const key = newId()
    expect(await letIn('person', key, 1)).toBe(1)
    later(61)
    expect(await letIn('person', key, 1000)).toBe(600)
  })

  test('one does not use up another’s points, nor a person those of an address', async () => {
    await letIn('door', '203.0.113.3', 100)
    expect(await ask('door', '203.0.113.4')).toBeNull()
    expect(await ask('address', '203.0.113.3')).toBeNull()
    await letIn('person', '203.0.113.5', 1000)
    expect(await ask('token', '203.0.113.5')).toBeNull()
  })

  test('addresses of one IPv6 subscriber count together, others do not', async () => {
    expect(await letIn('door', '2001:db8:1:2::1', 60)).toBe(60)
    expect(await ask('door', '2001:db8:1:2:ffff::9')).not.toBeNull()
    expect(await ask('door', '2001:db8:1:3::1')).toBeNull()
  })

  test('callers without an address share one count', async () => {
    expect(await letIn('door', null, 60)).toBe(60)
    expect(await ask('door', null)).not.toBeNull()
    expect(await ask('door', 'no address')).not.toBeNull()
  })

  test('the log hears once of whoever is refused', async () => {
    const key = newId()
    await letIn('person', key, 600)
    expect([(await ask('person', key))?.reason, (await ask('person', key))?.reason]).toEqual([
      expect.stringContaining(key),
      undefined,
    ])
  })

  test('most requests cost no statement, and a refused one never does', async () => {
    const key = newId()
    await letIn('person', key, 1000)
    const { rows } = await database.owner.query('SELECT points FROM rate_limits WHERE key = $1', [`person:${key}`])
    // 30 parcels of 20, and the one that was refused is not even asked for.
    expect(rows).toEqual([{ points: 600 }])
    await letIn('door', '203.0.113.6', 61)
    await letIn('door', '203.0.113.6', 500)
    const doors = await database.owner.query("SELECT points FROM rate_limits WHERE key = 'door:203.0.113.6'")
    expect(doors.rows[0].points).toBeLessThanOrEqual(61)
  })

  test('what other processes let in counts', async () => {
    const key = newId()
    await database.owner.query('INSERT INTO rate_limits (key, points, expire) VALUES ($1, 580, $2)', [
      `person:${key}`,
      Date.now() + 30_000,
    ])
    expect(await letIn('person', key, 100)).toBe(20)
  })

  test('nobody is let in uncounted when the database does not count', async () => {
    await database.owner.query('ALTER TABLE rate_limits RENAME TO elsewhere')
    await expect(limitRate('door', '203.0.113.7')).rejects.toThrow('rate_limits')
    await expect(limitRate('person', newId())).rejects.toThrow('rate_limits')
    await database.owner.query('ALTER TABLE elsewhere RENAME TO rate_limits')
    expect(await ask('door', '203.0.113.7')).toBeNull()
  })
})
