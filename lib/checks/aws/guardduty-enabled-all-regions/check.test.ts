import { expect, test } from 'vitest'
import type { Reading } from '@/lib/model/resource'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged, unread } from '@/lib/testing/judged'
import { guarddutyEnabledAllRegions as check } from './check'

const REGIONS = ['eu-west-1', 'us-east-1']
const detector = (region: string, status: Reading<string> = { value: 'ENABLED' }) =>
  resourceOf('aws.guardduty.detector', `detector-${region}`, { status }, { region })
const both = REGIONS.map((region) => detector(region))

test('passes when every region of the run has an enabled detector', () =>
  expect(judged(check, both, { regions: REGIONS })).toMatchObject({ verdict: 'pass', numerator: 2, denominator: 2 }))

test('fails for a region without a detector and for a suspended one', () => {
  const resources = [detector('eu-west-1', { value: 'DISABLED' })]
  const { verdict, failing } = judged(check, resources, { regions: REGIONS })
  expect(verdict).toBe('fail')
  expect(failing.map(({ subject, message }) => [subject.name, message])).toEqual([
    ['eu-west-1', expect.stringContaining('suspended')],
    ['us-east-1', expect.stringContaining('no detector in us-east-1')],
  ])
})

test('does not apply only where the run had no region', () =>
  expect(judged(check, [], { regions: [] }).verdict).toBe('not_applicable'))

test('is unknown when a region was refused or its detector not described, but a pass of that region stands', () => {
  const refused = { regions: REGIONS, gaps: [{ operation: 'guardduty:ListDetectors', region: 'us-east-1' }] }
  expect(judged(check, [detector('eu-west-1')], refused)).toMatchObject({
    verdict: 'unknown',
    numerator: 1,
    undecided: [{ subject: { name: 'us-east-1' }, cause: 'denied' }],
  })
  expect(judged(check, both, refused).verdict).toBe('pass')
  const undescribed = detector('eu-west-1', unread('guardduty:GetDetector', 'unavailable'))
  expect(judged(check, [undescribed])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'unavailable' }] })
})
