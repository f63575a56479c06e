import { expect, test } from 'vitest'
import type { Reading } from '@/lib/model/resource'
import { keyOf, OWN_KEY } from '@/lib/testing/aws-resources'
import { judged, unread } from '@/lib/testing/judged'
import { kmsCmkRotation as check } from './check'

const key = (rotation: Reading<boolean | null>, changed: Partial<typeof OWN_KEY> = {}, id = 'key-1') =>
  keyOf({ rotation, description: { value: { ...OWN_KEY, ...changed } } }, id)

test('passes when every key that can rotate does', () =>
  expect(judged(check, [key({ value: true })])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 }))

test('fails for the key that does not, and names it', () =>
  expect(judged(check, [key({ value: true }), key({ value: false }, {}, 'key-2')])).toMatchObject({
    verdict: 'fail',
    failing: [{ subject: { id: 'key-2' }, message: expect.stringContaining('key key-2') }],
  }))

test.each<[string, Partial<typeof OWN_KEY>]>([
  ['keys of AWS', { manager: 'AWS' }],
  ['disabled keys', { state: 'Disabled' }],
  ['asymmetric keys', { spec: 'RSA_2048' }],
  ['HMAC keys', { spec: 'HMAC_256', usage: 'GENERATE_VERIFY_MAC' }],
  ['imported material', { origin: 'EXTERNAL' }],
])('does not apply to %s, nor where there is no key', (_, changed) => {
  expect(judged(check, [key({ value: null }, changed)])).toMatchObject({ verdict: 'not_applicable', denominator: 0 })
  expect(judged(check, []).verdict).toBe('not_applicable')
})

test('is unknown when the key, its rotation or the list was not read', () => {
  const undescribed = keyOf({ description: unread('kms:DescribeKey') })
  expect(judged(check, [undescribed])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ operation: 'kms:DescribeKey' }],
  })
  const refused = key(unread('kms:GetKeyRotationStatus'))
  expect(judged(check, [refused])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
  expect(judged(check, [key({ value: null })])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
  const gaps = [{ operation: 'kms:ListKeys', region: 'eu-west-1' }]
  expect(judged(check, [key({ value: true })], { gaps }).verdict).toBe('unknown')
})
