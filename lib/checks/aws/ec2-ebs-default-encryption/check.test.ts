import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { ec2EbsDefaultEncryption as check } from './check'

const REGIONS = ['eu-west-1', 'us-east-1']
const settings = (region: string, encryptionByDefault: boolean | null) =>
  resourceOf('aws.ec2.ebs-settings', region, { encryptionByDefault }, { region })

test('passes when it is on in every region of the run', () => {
  const resources = REGIONS.map((region) => settings(region, true))
  expect(judged(check, resources, { regions: REGIONS })).toMatchObject({ verdict: 'pass', denominator: 2 })
})

test('fails for the region where it is off', () => {
  const resources = [settings('eu-west-1', true), settings('us-east-1', false)]
  const { verdict, numerator, failing } = judged(check, resources, { regions: REGIONS })
  expect({ verdict, numerator }).toEqual({ verdict: 'fail', numerator: 1 })
  expect(failing).toMatchObject([
    { subject: { name: 'us-east-1' }, message: expect.stringContaining('EBS in us-east-1') },
  ])
})

test('does not apply only where the run had no region', () =>
  expect(judged(check, [], { regions: [] }).verdict).toBe('not_applicable'))

test('is unknown when a region was refused, or answered without the setting', () => {
  const gaps = [{ operation: 'ec2:GetEbsEncryptionByDefault', region: 'eu-west-1' }]
  expect(judged(check, [], { gaps })).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
  expect(judged(check, [settings('eu-west-1', null)])).toMatchObject({
    verdict: 'unknown',
    undecided: [{ cause: 'unsupported' }],
  })
})
