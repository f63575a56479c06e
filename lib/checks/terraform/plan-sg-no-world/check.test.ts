import { expect, test } from 'vitest'
import type { PlannedRule } from '@/lib/model/facts/terraform'
import type { Reading, Unread } from '@/lib/model/resource'
import { resourceOf, scopeOf } from '@/lib/testing/facts-of'
import { planSgNoWorld } from './check'

const LATER: Unread = { unread: 'not_collected', operation: 'terraform:resource_changes' }
const rule = (cidrs: string[], more: Partial<PlannedRule> = {}): PlannedRule => ({
  protocol: 'tcp',
  fromPort: 22,
  toPort: 22,
  cidrs,
  hidden: null,
  ...more,
})
const group = (id: string, rules: Reading<readonly PlannedRule[]>) =>
  resourceOf('terraform.ingress', id, { kind: 'aws_security_group', rules })
const evaluate = (...resources: ReturnType<typeof group>[]) =>
  planSgNoWorld.evaluate(scopeOf({ resources, checks: [planSgNoWorld] }), { now: '2026-01-01T00:00:00Z' })

test('passes when no rule admits everybody, rules or none', () => {
  const own = group('a', { value: [rule(['10.0.0.0/8', '203.0.113.0/24', 'fd00::/8'])] })
  expect(evaluate(own, group('b', { value: [] }))).toMatchObject({ verdict: 'pass', denominator: 2 })
})

test.each(['0.0.0.0/0', '::/0', '1.2.3.4/0', '0:0:0:0:0:0:0:0/0'])('fails for %s', (cidr) => {
  const { verdict, failing } = evaluate(group('a', { value: [rule(['10.0.0.0/8', cidr], { hidden: LATER })] }))
  expect([verdict, failing[0]?.message]).toEqual(['fail', 'a lets the whole internet in on tcp 22.'])
})

test.each([
  [{ protocol: '-1', fromPort: null, toPort: null }, 'all ports'],
  [{ fromPort: 0, toPort: 65_535 }, 'all tcp ports'],
  [{ fromPort: 8000, toPort: 9000 }, 'tcp 8000–9000'],
  [{ protocol: 'icmp', fromPort: -1, toPort: -1 }, 'icmp'],
  [{ fromPort: null }, 'unnamed ports'],
])('names what is open: %j', (more, ports) => {
  const { failing } = evaluate(group('a', { value: [rule(['0.0.0.0/0'], more)] }))
  expect(failing[0]?.detail.ports).toEqual([ports])
})

test('is unknown while rules, or ranges of a rule, are known only after apply', () => {
  expect(evaluate(group('a', LATER)).verdict).toBe('unknown')
  expect(evaluate(group('a', { value: [rule(['10.0.0.0/8'], { hidden: LATER })] })).verdict).toBe('unknown')
})

test('does not apply to nothing', () => expect(evaluate().verdict).toBe('not_applicable'))
