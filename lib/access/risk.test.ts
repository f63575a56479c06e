import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RISK_KINDS } from '@/lib/model/risk-signal'
import {
  fadedAt,
  RISK_HALF_LIFE_SECONDS,
  RISK_MEMORY_SECONDS,
  RISK_REVOKE,
  RISK_STEP_UP,
  RISK_WEIGHTS,
  riskScore,
  weightAt,
} from './risk'

const NOW = new Date('2026-11-22T12:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString()
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

const signal = fc.record({
  weight: fc.integer({ min: 1, max: 100 }),
  at: fc.integer({ min: 0, max: RISK_MEMORY_SECONDS }).map(ago),
})
const signals = fc.array(signal, { maxLength: 12 })

describe('a risk score', () => {
  test('is nothing while nothing was seen', () => expect(riskScore([], NOW)).toBe(0))

  test('counts each signal half after half an hour, and a quarter after an hour', () => {
    const seen = [{ weight: 60, at: ago(0) }]
    expect([0, 1800, 3600].map((seconds) => riskScore(seen, later(seconds)))).toEqual([60, 30, 15])
  })

  test('does not depend on the order in which things were seen', () => {
    fc.assert(
      fc.property(signals, (seen) => {
        expect(riskScore([...seen].reverse(), NOW)).toBeCloseTo(riskScore(seen, NOW), 6)
      }),
    )
  })

  test('only falls while nothing is added, by half in any half-life', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 0, max: 7200 }), (seen, seconds) => {
        const [then, after] = [riskScore(seen, later(seconds)), riskScore(seen, later(seconds + 1800))]
        expect(after).toBeLessThanOrEqual(then / 2 + 1e-9)
        expect(then).toBeLessThanOrEqual(riskScore(seen, NOW) + 1e-9)
      }),
    )
  })

  test('rises with whatever is added', () => {
    fc.assert(
      fc.property(signals, signal, (seen, one) => {
        expect(riskScore([...seen, one], NOW)).toBeGreaterThanOrEqual(riskScore(seen, NOW))
      }),
    )
  })

  test('counts what another clock dates later in full and not more', () => {
    expect(weightAt({ weight: 40, at: ago(-90) }, NOW)).toBe(40)
  })

  test('forgets after twelve hours', () => {
    expect(RISK_MEMORY_SECONDS).toBe(12 * 3600)
    expect(weightAt({ weight: 100, at: ago(RISK_MEMORY_SECONDS) }, NOW)).toBe(0)
  })
})

describe('when a score has faded', () => {
  const score = fc.array(signal, { minLength: 1, maxLength: 12 })

  test('it is below the threshold from that second on, and not a second before', () => {
    fc.assert(
      fc.property(score, fc.constantFrom(RISK_STEP_UP, RISK_REVOKE), (seen, threshold) => {
        const at = fadedAt(seen, threshold, NOW)
        expect(Math.round(riskScore(seen, at ?? NOW))).toBeLessThan(threshold)
        const before = at ? riskScore(seen, new Date(at.getTime() - 1000)) : threshold
        expect(before).toBeGreaterThanOrEqual(threshold - 0.501)
      }),
    )
  })

  test('is never, for one that is below already', () => {
    expect(fadedAt([{ weight: RISK_STEP_UP - 1, at: ago(0) }], RISK_STEP_UP, NOW)).toBeNull()
  })
})

describe('weights and thresholds', () => {
  test('a proof is asked for before a session ends', () => expect(RISK_STEP_UP).toBeLessThan(RISK_REVOKE))

  test('each kind has a weight', () => expect(Object.keys(RISK_WEIGHTS).sort()).toEqual([...RISK_KINDS].sort()))

  test('a new device at an unusual hour is a circumstance: no proof is asked for', () => {
    expect(RISK_WEIGHTS['new-device'] + RISK_WEIGHTS['unusual-hour']).toBeLessThan(RISK_STEP_UP)
  })

  test.each(['denial-burst', 'mass-export', 'passkey-counter'] as const)(
    '%s alone asks for a proof and stays for minutes, a second one ends the session',
    (kind) => {
      const once = [{ weight: RISK_WEIGHTS[kind], at: ago(120) }]
      expect(Math.round(riskScore(once, NOW))).toBeGreaterThanOrEqual(RISK_STEP_UP)
      expect(Math.round(riskScore(once, NOW))).toBeLessThan(RISK_REVOKE)
      const twice = [...once, { weight: RISK_WEIGHTS[kind], at: ago(0) }]
      expect(Math.round(riskScore(twice, NOW))).toBeGreaterThanOrEqual(RISK_REVOKE)
    },
  )

  test('a token in two networks ends at once', () => {
    expect(RISK_WEIGHTS['token-two-networks']).toBeGreaterThanOrEqual(RISK_REVOKE)
  })

  test('a signal counts half after half an hour', () => expect(RISK_HALF_LIFE_SECONDS).toBe(1800))
})
