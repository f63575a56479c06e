import { expect, test } from 'vitest'
import { clusterBinding } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { rbacClusterAdminBindings as check } from './check'

const masters = clusterBinding('cluster-admin', 'cluster-admin', ['Group system:masters'], true)

test('passes when only system:masters is bound; other roles and empty bindings do not count', () => {
  const others = [clusterBinding('readers', 'view', ['Group staff']), clusterBinding('nobody', 'cluster-admin', [])]
  expect(judged(check, [masters, ...others])).toMatchObject({ verdict: 'pass', denominator: 1 })
})

test('fails for each binding of anybody else, and names them', () => {
  const ci = clusterBinding('ci', 'cluster-admin', ['ServiceAccount ci/deployer', 'User ann', 'Group system:masters'])
  expect(judged(check, [masters, ci])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'ci' }, detail: { subjects: ['ServiceAccount ci/deployer', 'User ann'] } }],
  })
})

test('does not apply where nobody is bound', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when the bindings were refused', () => {
  const gaps = [{ operation: 'list rbac.authorization.k8s.io/clusterrolebindings' }]
  expect(judged(check, [], { gaps }).verdict).toBe('unknown')
})
