import { expect, test } from 'vitest'
import { trailOf } from '@/lib/testing/aws-resources'
import { judged } from '@/lib/testing/judged'
import { cloudtrailLogFileValidation as check } from './check'

const trail = (logFileValidation: boolean | null, name = 'main') => trailOf({ logFileValidation }, name)

test('passes when every trail writes digests', () =>
  expect(judged(check, [trail(true), trail(true, 'second')])).toMatchObject({ verdict: 'pass', denominator: 2 }))

test('fails for the trail that does not, and names it', () => {
  const { verdict, failing } = judged(check, [trail(true), trail(false, 'second'), trail(null, 'third')])
  expect(verdict).toBe('fail')
  expect(failing).toMatchObject([{ subject: { name: 'second' }, message: expect.stringContaining('Trail second') }])
})

test('does not apply where there is no trail', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when the reply leaves the field out, or trails were refused', () => {
  const gaps = [{ operation: 'cloudtrail:DescribeTrails' }]
  expect(judged(check, [trail(null)])).toMatchObject({ verdict: 'unknown', undecided: [{ cause: 'unsupported' }] })
  expect(judged(check, [trail(true)], { gaps }).verdict).toBe('unknown')
  expect(judged(check, [], { gaps }).verdict).toBe('unknown')
})
