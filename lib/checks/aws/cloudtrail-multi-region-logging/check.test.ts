import { expect, test } from 'vitest'
import type { AwsWatchFacts } from '@/lib/model/facts/aws-watch'
import { trailOf as trail } from '@/lib/testing/aws-resources'
import { ACCOUNT } from '@/lib/testing/facts-of'
import { judged, unread } from '@/lib/testing/judged'
import { cloudtrailMultiRegionLogging as check } from './check'

type Trail = AwsWatchFacts['aws.cloudtrail.trail']

test('passes with one trail that records all regions and all management events, whatever the others lack', () => {
  const others = [trail({ multiRegion: false }, 'old'), trail({ logging: unread('cloudtrail:GetTrailStatus') }, 'odd')]
  expect(judged(check, [...others, trail()])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 })
})

test.each<[string, Partial<Trail>]>([
  ['main records eu-west-1 only', { multiRegion: false }],
  ['main is stopped', { logging: { value: false } }],
  ['main records no management events', { managementEvents: { value: null } }],
  ['main records ReadOnly of the management events', { managementEvents: { value: 'ReadOnly' } }],
])('fails when %s', (lacking, changed) => {
  const { verdict, failing } = judged(check, [trail(changed)])
  expect(verdict).toBe('fail')
  expect(failing).toMatchObject([{ subject: { type: 'aws.account', id: ACCOUNT }, detail: { lacking: [lacking] } }])
})

test('never says not applicable: an account without a trail fails', () =>
  expect(judged(check, [])).toMatchObject({ verdict: 'fail', numerator: 0, denominator: 1 }))

test.each<[string, Partial<Trail>, string]>([
  ['multi-region is not told', { multiRegion: null }, 'unsupported'],
  ['its status was refused', { logging: unread('cloudtrail:GetTrailStatus') }, 'denied'],
  [
    'its selectors were not read',
    { managementEvents: unread('cloudtrail:GetEventSelectors', 'unavailable') },
    'unavailable',
  ],
])('is unknown when %s', (_, changed, cause) => {
  const said = judged(check, [trail(changed), trail({ multiRegion: false }, 'old')])
  expect(said).toMatchObject({ verdict: 'unknown', undecided: [{ cause }], failing: [] })
})

test('is unknown when a region that could hold the trail was refused, unless one was found', () => {
  const gaps = [{ operation: 'cloudtrail:DescribeTrails', region: 'eu-west-1' }]
  expect(judged(check, [], { gaps }).verdict).toBe('unknown')
  expect(judged(check, [trail()], { gaps }).verdict).toBe('pass')
})
