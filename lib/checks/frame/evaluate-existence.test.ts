import { describe, expect, test } from 'vitest'
import type { Gap } from '@/lib/model/coverage'
import { evaluateExistence } from './evaluate-existence'
import { fail, pass } from './judge'
import { judgeField, judgeReading } from './judge-reading'

const place = (region: string | null) => ({
  type: 'aws.region',
  id: region ?? 'account',
  name: region ?? 'account',
  account: '111122223333',
  region,
})
const gapIn = (region: string | null): Gap => ({
  cause: 'unavailable',
  operation: 'guardduty:ListDetectors',
  region,
  detail: 'TimeoutError: no answer',
})
const existsIn = (there: readonly string[], gaps: readonly Gap[] = [], regions = ['eu-west-1', 'us-east-1']) =>
  evaluateExistence({
    places: regions.map(place),
    judge: ({ region }) => (there.includes(region ?? '') ? pass : fail('nothing is there')),
    gaps,
  })

describe('whether something is there', () => {
  test('it passes where it is in every place and fails where one lacks it', () => {
    expect(existsIn(['eu-west-1', 'us-east-1']).verdict).toBe('pass')
    const lacking = existsIn(['eu-west-1'])
    expect(lacking).toMatchObject({ verdict: 'fail', numerator: 1, denominator: 2 })
    expect(lacking.failing.map(({ subject }) => subject.id)).toEqual(['us-east-1'])
  })

  test('a place that was not read is not missing it, with the cause', () => {
    const found = existsIn(['eu-west-1'], [gapIn('us-east-1')])
    expect(found).toMatchObject({ verdict: 'unknown', numerator: 1, denominator: 1, failing: [] })
    expect(found.undecided).toMatchObject([{ cause: 'unavailable', operation: 'guardduty:ListDetectors' }])
  })

  test('what was found is there whatever else was not read', () => {
    expect(existsIn(['eu-west-1', 'us-east-1'], [gapIn(null)]).verdict).toBe('pass')
  })

  test('a gap in one region excuses no other', () => {
    expect(existsIn([], [gapIn('us-east-1')])).toMatchObject({ verdict: 'fail', denominator: 1, undecided: [{}] })
  })

  test('a gap without a region excuses every place', () => {
    expect(existsIn([], [gapIn(null)])).toMatchObject({ verdict: 'unknown', undecided: [{}, {}], failing: [] })
  })

  test('no places are not applicable, and unknown where something was not read', () => {
    expect(existsIn([], [], []).verdict).toBe('not_applicable')
    expect(existsIn([], [gapIn(null)], []).verdict).toBe('unknown')
  })
})

describe('fields that may not have been read', () => {
  const isOn = (value: boolean) => (value ? pass : fail('it is off'))

  test('a reading that failed keeps its cause, one that did not is judged', () => {
    expect(judgeReading({ value: true }, isOn)).toEqual(pass)
    expect(judgeReading({ unread: 'denied', operation: 'kms:DescribeKey' }, isOn)).toEqual({
      is: 'undecided',
      cause: 'denied',
      operation: 'kms:DescribeKey',
    })
  })

  test('a field the reply lacks is unsupported, never false', () => {
    expect(judgeField(false, 'ec2:DescribeVpcs', isOn).is).toBe('fail')
    expect(judgeField<boolean>(null, 'ec2:DescribeVpcs', isOn)).toMatchObject({ is: 'undecided', cause: 'unsupported' })
  })
})
