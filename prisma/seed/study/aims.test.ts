import { describe, expect, test } from 'vitest'
import { aimsOf } from './aims'
import { PROFILES } from './profiles'
import { aimIn, ramp } from './ramp'

const aims = aimsOf(PROFILES)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('aims', () => {
  test('their means over the twelve organizations are the published ones', () => {
    expect(mean(aims.map((aim) => aim.incidents.before))).toBeCloseTo(14.2, 10)
    expect(mean(aims.map((aim) => aim.incidents.after))).toBeCloseTo(5.7, 10)
    expect(mean(aims.map((aim) => aim.mttd.before))).toBeCloseTo(4.8, 10)
    expect(mean(aims.map((aim) => aim.mttd.after))).toBeCloseTo(2.6, 10)
    expect(mean(aims.map((aim) => aim.mttr.before))).toBeCloseTo(6.2, 10)
    expect(mean(aims.map((aim) => aim.mttr.after))).toBeCloseTo(3.1, 10)
    expect(mean(aims.map((aim) => 1 - aim.failing.before))).toBeCloseTo(0.78, 10)
    expect(mean(aims.map((aim) => 1 - aim.failing.after))).toBeCloseTo(0.96, 10)
  })

  test('a two-layer organization keeps the change its profile states, whatever the others need', () => {
    PROFILES.forEach((profile, at) => {
      const { before, after } = aims[at]?.mttr ?? { before: 0, after: 0 }
      if (profile.layers === 2) expect(after / before - 1).toBeCloseTo(profile.burdens.mttr.change, 10)
    })
  })

  test('nobody is aimed at nothing at all: every burden stays above zero and falls', () => {
    for (const aim of aims.flatMap((one) => Object.values(one))) {
      expect(aim.after).toBeGreaterThan(0)
      expect(aim.after).toBeLessThan(aim.before)
    }
  })
})

describe('ramp', () => {
  const monthly = Array.from({ length: 12 }, (_, at) => ramp(at + 1) - ramp(at))

  test('nothing happens before go-live and everything has happened by month 12', () => {
    expect([ramp(-5), ramp(0), ramp(12), ramp(40)]).toEqual([0, 0, 1, 1])
    expect([aimIn(0, { before: 9, after: 3 }), aimIn(12, { before: 9, after: 3 })]).toEqual([9, 3])
  })

  test('it only climbs, and most between months 3 and 6', () => {
    expect(monthly.every((step) => step > 0)).toBe(true)
    expect(ramp(6) - ramp(3)).toBeGreaterThan(0.5)
    const steepest = monthly.indexOf(Math.max(...monthly)) + 1
    expect(steepest).toBeGreaterThan(3)
    expect(steepest).toBeLessThanOrEqual(6)
  })
})
