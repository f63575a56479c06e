import { expect, test } from 'vitest'
import { binding, cluster, clusterBinding, clusterRole, role, rule, selecting } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { rbacSecretAccessMinimal as check } from './check'

const reads = role('shop/reader', rule('get,list', 'secrets'))
const deploy = binding('shop/deploy', 'Role reader', ['ServiceAccount shop/deployer'])

test('passes when bindings reach no secret, or named ones alone; the platform’s do not count', () => {
  const one = role('shop/reader', rule('get', 'secrets', { resourceNames: ['db'] }))
  const platform = [
    binding('kube-system/own', 'ClusterRole all', ['ServiceAccount kube-system/own']),
    clusterBinding('own', 'all', ['ServiceAccount kube-system/own']),
    clusterBinding('system:controller:x', 'all', ['ServiceAccount kube-system/x'], true),
  ]
  const all = clusterRole('all', { rules: [rule('*', '*', { apiGroups: ['*'] })] })
  expect(judged(check, [cluster(), one, deploy, all, ...platform])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test.each([
  ['a role', [reads, deploy], 'namespace shop'],
  [
    'everything',
    [clusterRole('all', { rules: [rule('*', '*', { apiGroups: ['*'] })] }), clusterBinding('b', 'all', ['User ann'])],
    'the whole cluster',
  ],
  [
    'watching',
    [clusterRole('w', { rules: [rule('watch', 'secrets')] }), clusterBinding('b', 'w', ['Group system:authenticated'])],
    'the whole cluster',
  ],
])('fails for who reads secrets by %s, and says where', (_, resources, where) => {
  const { verdict, failing } = judged(check, [cluster(), ...resources])
  expect(verdict).toBe('fail')
  expect(failing[0]?.message).toContain(where)
})

test('rules that a role takes over from others are its own, however many roles are between', () => {
  const resources = [
    clusterRole('edit', { aggregates: [selecting({ to: 'edit' })] }),
    clusterRole('between', {
      labels: { to: 'edit' },
      aggregates: [selecting({ to: 'between' }), selecting({ to: 'edit' })],
    }),
    clusterRole('secrets', { labels: { to: 'between' }, rules: [rule('list', 'secrets')] }),
    binding('shop/editors', 'ClusterRole edit', ['Group shop']),
  ]
  expect(judged(check, [cluster(), ...resources])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'shop/editors' }, detail: { role: 'edit', subjects: ['Group shop'] } }],
  })
})

test('secrets of another API group are other things, and a role that is not there grants nothing', () => {
  const other = role('shop/reader', rule('get', 'secrets', { apiGroups: ['example.org'] }))
  expect(judged(check, [cluster(), other, deploy]).verdict).toBe('pass')
  expect(judged(check, [cluster(), deploy]).verdict).toBe('pass')
})

test('does not apply without bindings', () => expect(judged(check, [cluster(), reads]).verdict).toBe('not_applicable'))

test('is unknown when roles were refused, or whose namespaces are the platform’s', () => {
  const gaps = [{ operation: 'list rbac.authorization.k8s.io/roles' }]
  expect(judged(check, [cluster(), deploy], { gaps })).toMatchObject({
    verdict: 'unknown',
    undecided: [{ subject: { id: 'shop/deploy' } }],
  })
  expect(judged(check, [reads, deploy])).toMatchObject({ verdict: 'unknown', failing: [] })
})
