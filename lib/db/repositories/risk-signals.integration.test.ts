import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { riskScore } from '@/lib/access/risk'
import { newId } from '@/lib/kernel/id'
import { RISK_KINDS } from '@/lib/model/risk-signal'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { Prisma } from '../generated/client'
import { readWithoutTenant } from '../read-scope'
import { withoutTenant } from '../scope'
import { type RiskSubject, riskSignals, riskSum } from './risk-signals'

const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)

let database: TestDatabase
let subject: RiskSubject

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => {
  subject = { id: newId(), userId: null }
})
afterAll(() => database.close())

const tally = (what: 'denial' | 'export', at: Date, amount = 0) =>
  withoutTenant((tx) => riskSignals(tx).tally(subject, what, amount, at))
const times = (count: number) => Array.from({ length: count }, (_, i) => i)
const known = async () =>
  (await withoutTenant((tx) => riskSignals(tx).against([subject.id], NOW))).get(subject.id) ?? []
const kinds = async () => (await known()).map(({ kind }) => kind)

async function summed(at: Date): Promise<number | undefined> {
  const [row] = await readWithoutTenant(
    (tx) =>
      tx.$queryRaw<{ risk: number }[]>`SELECT ${riskSum(Prisma.sql`${subject.id}::uuid`, at.toISOString())} AS risk`,
  )
  return row?.risk
}

test('the database and the engine compute the same score from the same signals', async () => {
  const signal = fc.record({ kind: fc.constantFrom(...RISK_KINDS), age: fc.integer({ min: -5, max: 50_000 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(signal, { maxLength: 8 }), async (seen) => {
      subject = { id: newId(), userId: null }
      await withoutTenant(async (tx) => {
        for (const { kind, age } of seen) await riskSignals(tx).add(subject, kind, {}, ago(age))
      })
      expect(await summed(NOW)).toBeCloseTo(riskScore(await known(), NOW), 4)
    }),
    { numRuns: 25 },
  )
})

describe('ten refusals within five minutes', () => {
  test('are a signal, nine are none', async () => {
    for (const i of times(9)) expect(await tally('denial', ago(100 - i))).toBeNull()
    expect(await kinds()).toEqual([])
    expect(await tally('denial', NOW)).toBe('denial-burst')
    expect(await kinds()).toEqual(['denial-burst'])
  })

  test('are none when they took longer', async () => {
    for (const i of times(30)) expect(await tally('denial', ago(1200 - i * 34))).toBeNull()
  })

  test('are one signal even when they come at once, and counting starts anew', async () => {
    const made = await Promise.all(times(19).map(() => tally('denial', NOW)))
    expect(made.filter((kind) => kind !== null)).toEqual(['denial-burst'])
    expect(await tally('denial', NOW)).toBe('denial-burst')
  })

  test('count nothing while they are none: the score stays as it was', async () => {
    for (const _ of times(9)) await tally('denial', NOW)
    expect(await summed(NOW)).toBe(0)
  })
})

describe('many exports within ten minutes', () => {
  test('are a signal from the twentieth on', async () => {
    for (const i of times(19)) expect(await tally('export', ago(500 - i), 10)).toBeNull()
    expect(await tally('export', NOW, 10)).toBe('mass-export')
  })

  test('are a signal from half a million rows on', async () => {
    expect(await tally('export', ago(500), 499_999)).toBeNull()
    expect(await tally('export', ago(1), 1)).toBe('mass-export')
  })

  test('and refusals are counted apart', async () => {
    for (const _ of times(9)) await tally('denial', NOW)
    expect(await tally('export', NOW, 1)).toBeNull()
    expect(await tally('denial', NOW)).toBe('denial-burst')
  })
})
