import { describe, expect, test } from 'vitest'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import { deskQuery, scopeParams } from './desk-query'

const TODAY = '2026-11-22'
const DEPLOYMENT = '0190a8f0-0000-7000-8000-00000000000d'

const grant = (change: Partial<AuditEngagement> = {}): AuditEngagement => ({
  id: '0190a8f0-0000-7000-8000-000000000001',
  userId: '0190a8f0-0000-7000-8000-000000000002',
  name: 'Annual audit',
  frameworks: ['nist_csf_2_0'],
  period: { from: '2026-02-01', to: '2026-06-30' },
  deploymentIds: [DEPLOYMENT],
  createdBy: 'Ada Admin',
  createdAt: '2026-01-01T00:00:00Z',
  endedAt: null,
  endedBy: null,
  ...change,
})
const choices = (grants: AuditEngagement[] | null) => ({ frameworks: [], deployments: [], grants })

describe('what an address leaves out', () => {
  test('is the product’s own framework over the last four quarters for a member', () => {
    expect(deskQuery({}, choices(null), TODAY)?.scope).toEqual({
      framework: 'proofline',
      period: { from: '2026-01-01', to: '2026-12-31' },
      deploymentIds: [],
    })
  })

  test('is all of the first grant for an auditor, and of another where it is named', () => {
    const second = grant({ id: '0190a8f0-0000-7000-8000-000000000009', frameworks: ['proofline'], deploymentIds: [] })
    const { frameworks, period, deploymentIds } = grant()
    const shown = deskQuery({}, choices([grant(), second]), TODAY)
    expect(shown?.scope).toEqual({ framework: frameworks[0], period, deploymentIds })
    expect(deskQuery({ grant: second.id }, choices([grant(), second]), TODAY)?.scope.framework).toBe('proofline')
  })

  test('is nothing at all where no grant runs', () => expect(deskQuery({}, choices([]), TODAY)).toBeNull())

  test('replaces an address that makes no sense', () => {
    const odd = deskQuery({ from: '2026-99-99', framework: ['a', 'b'], state: 'good' }, choices(null), TODAY)
    expect([odd?.scope.framework, odd?.view.state]).toEqual(['proofline', undefined])
  })
})

test('a scope survives its own address', () => {
  const scope = deskQuery({}, choices([grant()]), TODAY)?.scope
  if (!scope) throw new Error('a grant runs')
  expect(deskQuery(scopeParams(scope), choices(null), TODAY)?.scope).toEqual(scope)
})
