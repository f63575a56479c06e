import { expect, test } from 'vitest'
import { cluster, namespace } from '@/lib/testing/cluster-facts'
import { judged } from '@/lib/testing/judged'
import { psaEnforceLabel as check } from './check'

const LABEL = 'pod-security.kubernetes.io/enforce'

test('passes when every namespace enforces baseline or restricted', () => {
  const resources = [cluster(), namespace('a', { [LABEL]: 'baseline' }), namespace('b', { [LABEL]: 'restricted' })]
  expect(judged(check, [...resources, namespace('kube-system')])).toMatchObject({ verdict: 'pass', denominator: 2 })
})

test('fails for privileged, for a level there is not and for none; to warn is not to enforce', () => {
  const resources = [
    namespace('open', { [LABEL]: 'privileged' }),
    namespace('typo', { [LABEL]: 'Restricted' }),
    namespace('warns', { 'pod-security.kubernetes.io/warn': 'restricted' }),
  ]
  expect(judged(check, [cluster(), ...resources])).toMatchObject({
    verdict: 'fail',
    failing: [{ detail: { level: 'privileged' } }, { subject: { id: 'typo' } }, { detail: { level: null } }],
  })
})

test('does not apply without namespaces of people’s own', () =>
  expect(judged(check, [cluster(), namespace('kube-system')]).verdict).toBe('not_applicable'))

test('is unknown when namespaces were refused', () =>
  expect(judged(check, [cluster()], { gaps: [{ operation: 'list namespaces' }] }).verdict).toBe('unknown'))
