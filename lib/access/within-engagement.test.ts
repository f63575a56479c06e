import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuditScope } from '@/lib/model/audit-scope'
import { type Granted, withinEngagement } from './within-engagement'

const [A, B] = ['0190a8f0-0000-7000-8000-00000000000a', '0190a8f0-0000-7000-8000-00000000000b']
const NOW = Date.parse('2026-11-01T00:00:00Z')

const granted: Granted = {
  id: '0190a8f0-0000-7000-8000-000000000001',
  frameworks: ['proofline', 'soc2_tsc_2017_rev2022'],
  period: { from: '2026-01-01', to: '2026-06-30' },
  deploymentIds: [],
  endedAt: null,
}
const asked: AuditScope = {
  framework: 'proofline',
  period: { from: '2026-01-01', to: '2026-06-30' },
  deploymentIds: [],
}
const within = (grant: Partial<Granted>, scope: Partial<AuditScope> = {}) =>
  withinEngagement([{ ...granted, ...grant }], { ...asked, ...scope }, NOW)?.id ?? null

describe('a scope lies within a grant', () => {
  test('when framework, every day and every deployment do', () => {
    expect(within({})).toBe(granted.id)
    expect(within({}, { period: { from: '2026-03-01', to: '2026-03-01' }, deploymentIds: [A] })).toBe(granted.id)
    expect(within({ deploymentIds: [A, B] }, { deploymentIds: [B] })).toBe(granted.id)
  })

  test('and not with another framework, a day beyond either end, or another deployment', () => {
    expect(within({}, { framework: 'nist_csf_2_0' })).toBeNull()
    expect(within({}, { period: { from: '2025-12-31', to: '2026-06-30' } })).toBeNull()
    expect(within({}, { period: { from: '2026-01-01', to: '2026-07-01' } })).toBeNull()
    expect(within({ deploymentIds: [A] }, { deploymentIds: [A, B] })).toBeNull()
  })

  test('a grant for some deployments is none for the whole organization', () => {
    expect(within({ deploymentIds: [A] }, { deploymentIds: [] })).toBeNull()
  })

  test('a grant that was ended, even this instant, holds nothing', () => {
    expect(within({ endedAt: '2026-11-01T00:00:00Z' })).toBeNull()
    expect(within({ endedAt: '2026-11-01T00:00:01Z' })).toBe(granted.id)
  })

  test('two grants do not add up to a longer one', () => {
    const second = { ...granted, period: { from: '2026-07-01', to: '2026-12-31' } }
    const year = { ...asked, period: { from: '2026-01-01', to: '2026-12-31' } }
    expect(withinEngagement([granted, second], year, NOW)).toBeNull()
  })

  test('narrowing what is asked never loses it, widening the grant neither', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-02-${String(one).padStart(2, '0')}`)
    const some = fc.subarray([A, B])
    fc.assert(
      fc.property(fc.tuple(day, day, day, day), some, some, (days, given, wanted) => {
        const [from, first, last, to] = [...days].sort() as [string, string, string, string]
        const grant = { deploymentIds: given, period: { from, to } }
        if (within(grant, { deploymentIds: wanted, period: { from, to } }) === null) return
        expect(within(grant, { deploymentIds: wanted, period: { from: first, to: last } })).toBe(granted.id)
        expect(within({ ...grant, deploymentIds: [] }, { deploymentIds: wanted, period: { from, to } })).toBe(
          granted.id,
        )
      }),
    )
  })
})
