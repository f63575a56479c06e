import { expect, test } from 'vitest'
import { clusterRole, role, rule } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { rbacNoWildcard as check } from './check'

const everything = rule('*', '*', { apiGroups: ['*'] })

test('passes when roles list what they allow; those of the system do not count', () => {
  const system = [
    clusterRole('cluster-admin', { rules: [everything], bootstrap: true }),
    clusterRole('system:controller:namespace', { rules: [everything] }),
  ]
  expect(judged(check, [...system, role('shop/deploy', rule('get,list', 'pods'))])).toMatchObject({
    verdict: 'pass',
    denominator: 1,
  })
})

test('fails for a role of a namespace and of the cluster, also one that borrows the label of the system’s', () => {
  const resources = [role('shop/owner', everything), clusterRole('mine', { rules: [everything], bootstrap: true })]
  expect(judged(check, resources)).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'shop/owner' } }, { subject: { id: 'mine' } }],
  })
})

test('every verb on one resource, or one verb on every resource, is not everything', () => {
  expect(judged(check, [role('shop/deploy', rule('*', 'pods'), rule('get', '*'))]).verdict).toBe('pass')
})

test('does not apply where the system’s roles are all there are', () =>
  expect(judged(check, [clusterRole('system:node')]).verdict).toBe('not_applicable'))

test('is unknown when cluster roles were refused, unless a wildcard was found', () => {
  const gaps = [{ operation: 'list rbac.authorization.k8s.io/clusterroles' }]
  expect(judged(check, [role('shop/deploy', rule('get', 'pods'))], { gaps }).verdict).toBe('unknown')
  expect(judged(check, [role('shop/owner', everything)], { gaps }).verdict).toBe('fail')
})
