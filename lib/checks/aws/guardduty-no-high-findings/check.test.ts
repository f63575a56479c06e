import { describe, expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { guarddutyNoHighFindings as check } from './check'

const REGIONS = ['eu-west-1', 'us-east-1']
const detector = (region = 'eu-west-1') =>
  resourceOf('aws.guardduty.detector', `detector-${region}`, { status: { value: 'ENABLED' } }, { region })
const finding = (severity: number, archived = false, region = 'eu-west-1') =>
  resourceOf(
    'aws.guardduty.finding',
    `finding-${severity}`,
    { severity, kind: 'CryptoCurrency:EC2/BitcoinTool.B!DNS', resourceType: 'Instance', archived },
    { region },
  )

describe('by fixtures: no server at hand lists GuardDuty findings', () => {
  test('passes when what is open is below 7 and what is high is archived', () =>
    expect(judged(check, [detector(), finding(6.9), finding(8, true)])).toMatchObject({
      verdict: 'pass',
      denominator: 1,
    }))

  test('fails for the detector of a region with an open finding of 7, and lists it', () => {
    const resources = [detector(), detector('us-east-1'), finding(7)]
    const { verdict, numerator, failing } = judged(check, resources, { regions: REGIONS })
    expect({ verdict, numerator }).toEqual({ verdict: 'fail', numerator: 1 })
    expect(failing).toMatchObject([
      { subject: { id: 'detector-eu-west-1' }, detail: { findings: [{ id: 'finding-7', severity: 7 }] } },
    ])
  })

  test('does not apply where no detector watches', () => expect(judged(check, []).verdict).toBe('not_applicable'))

  test.each(['guardduty:ListDetectors', 'guardduty:ListFindings', 'guardduty:GetFindings'])(
    'is unknown when %s was refused in the region',
    (operation) => {
      const gaps = [{ operation, region: 'eu-west-1' }]
      expect(judged(check, [detector()], { gaps }).verdict).toBe('unknown')
    },
  )

  test('a refusal elsewhere does not matter to a detector, and what was found fails all the same', () => {
    const regions = { regions: REGIONS }
    const elsewhere = [{ operation: 'guardduty:ListFindings', region: 'us-east-1' }]
    expect(judged(check, [detector()], { ...regions, gaps: elsewhere }).verdict).toBe('pass')
    const here = [{ operation: 'guardduty:ListFindings', region: 'eu-west-1' }]
    expect(judged(check, [detector(), finding(9)], { ...regions, gaps: here }).verdict).toBe('fail')
  })
})
