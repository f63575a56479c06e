import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { ec2EbsVolumeEncrypted as check } from './check'

const volume = (id: string, encrypted: boolean | null, state = 'in-use') =>
  resourceOf('aws.ec2.volume', id, { encrypted, state }, { region: 'eu-west-1' })

test('passes when every volume is encrypted; one that is being deleted does not count', () => {
  const resources = [volume('vol-1', true), volume('vol-2', false, 'deleting')]
  expect(judged(check, resources)).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 })
})

test('fails for the volume that is not, attached or not', () =>
  expect(judged(check, [volume('vol-1', true), volume('vol-2', false, 'available')])).toMatchObject({
    verdict: 'fail',
    failing: [
      { subject: { id: 'vol-2' }, message: expect.stringContaining('volume vol-2'), detail: { state: 'available' } },
    ],
  }))

test('does not apply where there is no volume', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when a volume does not say, or a region was refused', () => {
  expect(judged(check, [volume('vol-1', null)])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
  const gaps = [{ operation: 'ec2:DescribeVolumes', region: 'eu-west-1' }]
  expect(judged(check, [volume('vol-1', true)], { gaps }).verdict).toBe('unknown')
})
