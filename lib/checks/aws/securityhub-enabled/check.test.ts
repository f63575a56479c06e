import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { securityhubEnabled as check } from './check'

const REGIONS = ['eu-west-1', 'us-east-1']
const hub = (region: string) =>
  resourceOf('aws.securityhub.hub', `hub-${region}`, { subscribedAt: '2025-01-01T00:00:00.000Z' }, { region })

test('passes when every region of the run has a hub', () =>
  expect(judged(check, REGIONS.map(hub), { regions: REGIONS })).toMatchObject({ verdict: 'pass', denominator: 2 }))

test('fails for the region where it is off', () => {
  const { verdict, failing } = judged(check, [hub('eu-west-1')], { regions: REGIONS })
  expect(verdict).toBe('fail')
  const message = expect.stringContaining('off in us-east-1')
  expect(failing).toMatchObject([{ subject: { type: 'aws.region', name: 'us-east-1' }, message }])
})

test('does not apply only where the run had no region', () =>
  expect(judged(check, [], { regions: [] }).verdict).toBe('not_applicable'))

test('is unknown when a region did not answer', () => {
  const gaps = [{ operation: 'securityhub:DescribeHub', region: 'us-east-1', cause: 'unavailable' as const }]
  expect(judged(check, [hub('eu-west-1')], { regions: REGIONS, gaps })).toMatchObject({
    verdict: 'unknown',
    undecided: [{ subject: { name: 'us-east-1' }, cause: 'unavailable' }],
  })
})
