import { describe, expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { accessanalyzerEnabled as check } from './check'

const regions = ['eu-west-1', 'us-east-1']
const analyzer = (region: string, status = 'ACTIVE') =>
  resourceOf('aws.accessanalyzer.analyzer', `${region}-${status}`, { status, kind: 'ACCOUNT' }, { region })

describe('an analyzer in every region, by fixtures: no server at hand has Access Analyzer', () => {
  test('passes when each region has an active one', () => {
    const all = [...regions.map((region) => analyzer(region)), analyzer('us-east-1', 'DISABLED')]
    expect(judged(check, all, { regions })).toMatchObject({ verdict: 'pass', numerator: 2, denominator: 2 })
  })

  test('fails for a region without one and for one that is not active', () => {
    const { failing } = judged(check, [analyzer('us-east-1', 'FAILED')], { regions })
    expect(failing.map(({ message }) => message)).toEqual([
      expect.stringContaining('no access analyzer in eu-west-1'),
      expect.stringContaining('is FAILED'),
    ])
  })

  test('does not apply only where no region was planned', () => {
    expect(judged(check, [], { regions: [] }).verdict).toBe('not_applicable')
  })

  test('is unknown for a region that refused', () => {
    const gaps = [{ operation: 'accessanalyzer:ListAnalyzers', region: 'us-east-1' }]
    const found = judged(check, [analyzer('eu-west-1')], { regions, gaps })
    expect(found).toMatchObject({
      verdict: 'unknown',
      undecided: [{ subject: { name: 'us-east-1' }, cause: 'denied' }],
    })
  })
})
