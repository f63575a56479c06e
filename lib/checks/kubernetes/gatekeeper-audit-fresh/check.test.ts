import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { gatekeeperAuditFresh as check } from './check'

// Judged at noon of 22 November 2026.
const at = (time: string) => `2026-11-22T${time}:00.000Z`
const constraint = (name: string, auditedAt: string | null, createdAt: string | null = at('08:00')) =>
  resourceOf('k8s.constraint', `K8sLabels/${name}`, {
    kind: 'K8sLabels',
    enforcement: ['deny'],
    violations: 0,
    auditedAt,
    createdAt,
  })

test('passes when every audit is ten minutes old at most; one that was just made waits for its first', () => {
  const resources = [constraint('a', at('11:50')), constraint('b', at('12:00')), constraint('new', null, at('11:55'))]
  expect(judged(check, resources)).toMatchObject({ verdict: 'pass', denominator: 2 })
})

test('fails when an audit is older, or never was: age is what is asked', () => {
  const resources = [constraint('late', at('11:49')), constraint('never', null), constraint('who knows', null, null)]
  expect(judged(check, resources)).toMatchObject({
    verdict: 'fail',
    failing: [{ message: expect.stringContaining('11 minutes ago') }, { detail: { auditedAt: null } }, {}],
  })
})

test('does not apply without constraints', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when constraints were refused, or a clock is hours ahead', () => {
  expect(judged(check, [], { gaps: [{ operation: 'list constraints.gatekeeper.sh/*' }] }).verdict).toBe('unknown')
  expect(judged(check, [constraint('ahead', at('15:00'))])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
})
