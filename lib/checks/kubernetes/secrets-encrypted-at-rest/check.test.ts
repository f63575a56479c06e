import { expect, test } from 'vitest'
import { cluster } from '@/lib/testing/cluster-facts'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { secretsEncryptedAtRest as check } from './check'

const seen = (prefix: string, direction: 'written' | 'read' = 'written', resource = 'secrets') =>
  resourceOf('k8s.storage-encryption', `${resource}/${direction}/${prefix}`, { resource, direction, prefix })

test.each(['k8s:enc:kms:v2:', 'k8s:enc:aescbc:v1:', 'k8s:enc:aesgcm:v1:', 'k8s:enc:secretbox:v1:'])(
  'passes when secrets were written or read by %s',
  (prefix) => {
    expect(judged(check, [cluster(), seen(prefix)])).toMatchObject({ verdict: 'pass', denominator: 1 })
    expect(judged(check, [cluster(), seen(prefix, 'read'), seen('identity', 'read')]).verdict).toBe('pass')
  },
)

test('an older server, which does not say of what, is taken at its word', () =>
  expect(judged(check, [cluster(), seen('k8s:enc:kms:v1:', 'written', '')]).verdict).toBe('pass'))

test('fails when nothing shows it, when something else is encrypted, and when secrets are written in the clear', () => {
  expect(judged(check, [cluster()])).toMatchObject({ verdict: 'fail', failing: [{ subject: { type: 'k8s.cluster' } }] })
  expect(judged(check, [cluster(), seen('k8s:enc:kms:v2:', 'written', 'configmaps')]).verdict).toBe('fail')
  expect(judged(check, [cluster(), seen('identity'), seen('k8s:enc:kms:v2:', 'read')]).verdict).toBe('fail')
})

test.each(['denied', 'unsupported', 'unavailable'] as const)('is unknown when the metrics were %s', (cause) => {
  expect(judged(check, [cluster()], { gaps: [{ operation: 'get /metrics', cause }] })).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause }],
  })
})
