import { expect, test } from 'vitest'
import type { Reading } from '@/lib/model/resource'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged, unread } from '@/lib/testing/judged'
import { configRecorderAllRegions as check } from './check'

const REGIONS = ['eu-west-1', 'us-east-1']
const recorder = (region: string, recording: Reading<boolean> = { value: true }, name = 'default') =>
  resourceOf('aws.config.recorder', `${region}/${name}`, { recording, allSupported: true }, { region, name })

test('passes when every region of the run has a recorder that records, beside a stopped one or not', () => {
  const resources = [recorder('eu-west-1', { value: false }, 'old'), recorder('eu-west-1'), recorder('us-east-1')]
  expect(judged(check, resources, { regions: REGIONS })).toMatchObject({ verdict: 'pass', denominator: 2 })
})

test('fails for a region without a recorder and for a stopped one', () => {
  const { verdict, failing } = judged(check, [recorder('eu-west-1', { value: false })], { regions: REGIONS })
  expect(verdict).toBe('fail')
  expect(failing.map(({ subject, message }) => [subject.name, message])).toEqual([
    ['eu-west-1', expect.stringContaining('stopped')],
    ['us-east-1', expect.stringContaining('no recorder in us-east-1')],
  ])
})

test('does not apply only where the run had no region', () =>
  expect(judged(check, [], { regions: [] }).verdict).toBe('not_applicable'))

test('is unknown when recorders or the status of the only one were refused', () => {
  const gaps = [{ operation: 'config:DescribeConfigurationRecorders', region: 'eu-west-1' }]
  expect(judged(check, [], { gaps }).verdict).toBe('unknown')
  const undescribed = recorder('eu-west-1', unread('config:DescribeConfigurationRecorderStatus'))
  expect(judged(check, [undescribed])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'denied' }] })
})
