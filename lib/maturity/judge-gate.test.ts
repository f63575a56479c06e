import { describe, expect, test } from 'vitest'
import { CHECKS } from '@/lib/checks/registry'
import type { GateOptions } from '@/lib/model/plan-report'
import type { Verdict } from '@/lib/model/verdict'
import { type Judged, judgeGate } from './judge-gate'

type Told = Partial<Judged['verdict']> & { verdict: Verdict }

function judged(id: string, told: Told): Judged {
  const check = CHECKS.find((one) => one.id === id)
  if (!check) throw new Error(id)
  const counts = { numerator: 0, denominator: 0, undecided: 0, incomplete: false, factsAt: '2026-01-01T00:00:00Z' }
  return { check, severity: check.severity, verdict: { checkId: id, ...counts, ...told } }
}
const PUBLIC = 'tf_plan_no_public_bucket' // DAT-04 initial, POL-05 advanced; high
const STORES = 'tf_plan_encryption_set' // DAT-02 advanced at 98 %; medium
const PASS = { verdict: 'pass', numerator: 2, denominator: 2 } as const
const FAIL = { verdict: 'fail', numerator: 1, denominator: 2 } as const
const OPEN = { verdict: 'unknown', numerator: 1, denominator: 1, undecided: 1 } as const

const gate = (all: Judged[], options: Partial<GateOptions>) =>
  judgeGate(all, { allowUnknown: false, ...options })?.outcome ?? null

describe('a gate', () => {
  test('that asks for nothing judges nothing', () => expect(gate([judged(PUBLIC, FAIL)], {})).toBeNull())

  test.each([
    ['traditional', 'passed'],
    ['initial', 'failed'],
    ['advanced', 'failed'],
  ] as const)('at %s a contradicted clause of the initial stage has %s', (failBelow, outcome) => {
    expect(gate([judged(PUBLIC, FAIL)], { failBelow })).toBe(outcome)
  })

  test('fails for no clause of a stage above the one it asks for', () => {
    expect(gate([judged(STORES, FAIL)], { failBelow: 'initial' })).toBe('passed')
    expect(gate([judged(STORES, FAIL)], { failBelow: 'advanced' })).toBe('failed')
  })

  test('fails for no share that the clause allows', () => {
    const most = judged(STORES, { verdict: 'fail', numerator: 99, denominator: 100 })
    expect(gate([most], { failBelow: 'advanced' })).toBe('passed')
  })

  test('lets nothing unknown pass in silence', () => {
    const all = [judged(PUBLIC, OPEN)]
    expect(gate(all, { failBelow: 'initial' })).toBe('undecided')
    const allowed = judgeGate(all, { failBelow: 'initial', allowUnknown: true })
    expect(allowed?.outcome).toBe('passed')
    expect(allowed?.reasons).toEqual([expect.stringContaining('DAT-04 may be below initial')])
  })

  test('a failure outweighs what is unknown, allowed or not', () => {
    const all = [judged(PUBLIC, FAIL), judged(STORES, OPEN)]
    expect(gate(all, { failBelow: 'advanced', allowUnknown: true })).toBe('failed')
  })

  test('what does not apply asks for nothing', () => {
    const all = [judged(PUBLIC, { verdict: 'not_applicable' }), judged(STORES, PASS)]
    expect(gate(all, { failBelow: 'optimal', failOn: 'info' })).toBe('passed')
  })

  test('by severity fails for it and worse, by the one that counts here', () => {
    expect(gate([judged(PUBLIC, FAIL)], { failOn: 'high' })).toBe('failed')
    expect(gate([judged(PUBLIC, FAIL)], { failOn: 'critical' })).toBe('passed')
    expect(gate([{ ...judged(PUBLIC, FAIL), severity: 'critical' }], { failOn: 'critical' })).toBe('failed')
    expect(gate([judged(STORES, OPEN)], { failOn: 'medium' })).toBe('undecided')
    expect(gate([judged(STORES, OPEN)], { failOn: 'high' })).toBe('passed')
  })
})
