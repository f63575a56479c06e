import { expect, test } from 'vitest'
import { cluster, namespace, networkPolicy } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { networkpolicyEgressDefaultDeny as check } from './check'

const NOTHING = { count: 0, open: false }

test('passes when every namespace lets nothing out by default', () => {
  const deny = networkPolicy('shop/deny', { ingress: null, egress: NOTHING })
  expect(judged(check, [cluster(), namespace('shop'), deny])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test('fails where only ingress is denied', () => {
  expect(judged(check, [cluster(), namespace('shop'), networkPolicy('shop/deny')])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'shop' }, message: expect.stringContaining('egress') }],
  })
})

test('does not apply without namespaces of people’s own', () =>
  expect(judged(check, [cluster()]).verdict).toBe('not_applicable'))

test('is unknown when the namespaces were refused', () =>
  expect(judged(check, [cluster()], { gaps: [{ operation: 'list namespaces' }] }).verdict).toBe('unknown'))
