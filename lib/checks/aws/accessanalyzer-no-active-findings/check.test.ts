import { describe, expect, test } from 'vitest'
import { evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { ACCOUNT, REGION, resourceOf } from '@/lib/testing/facts-of'
import { judged, NOW } from '@/lib/testing/judged'
import { accessanalyzerNoActiveFindings as check } from './check'

const analyzer = (kind = 'ACCOUNT', region = REGION) =>
  resourceOf('aws.accessanalyzer.analyzer', `${region}-${kind}`, { status: 'ACTIVE', kind }, { region })
const finding = (status: string, kind = 'ExternalAccess') =>
  resourceOf(
    'aws.accessanalyzer.finding',
    `${status}-${kind}`,
    { status, kind, resource: 'arn:aws:s3:::logs', resourceType: 'AWS::S3::Bucket' },
    { region: REGION },
  )

describe('findings of external access, by fixtures: no server at hand has Access Analyzer', () => {
  test('passes when an analyzer has no active finding of external access', () => {
    const rest = [finding('ARCHIVED'), finding('RESOLVED'), finding('ACTIVE', 'UnusedIAMRole')]
    expect(judged(check, [analyzer(), ...rest])).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 })
  })

  test('fails for each active one and names the resource', () => {
    const { verdict, denominator, failing } = judged(check, [analyzer(), finding('ACTIVE')])
    expect({ verdict, denominator }).toEqual({ verdict: 'fail', denominator: 1 })
    expect(failing[0]?.message).toContain('arn:aws:s3:::logs')
  })

  test('does not apply without an analyzer of external access, also where findings were never asked for', () => {
    expect(judged(check, [analyzer('ACCOUNT_UNUSED_ACCESS')]).verdict).toBe('not_applicable')
    expect(judged(check, []).verdict).toBe('not_applicable')
  })

  test('is unknown when analyzers or findings were refused', () => {
    for (const operation of check.operations)
      expect(judged(check, [analyzer()], { gaps: [{ operation, region: REGION }] }).verdict).toBe('unknown')
  })

  test('is unknown when the unit died between the analyzer and its findings', () => {
    const coverage = [{ operation: 'accessanalyzer:ListAnalyzers', pages: 1, items: 1, error: null }]
    const units = [{ account: ACCOUNT, region: REGION, service: 'accessanalyzer', coverage }]
    const facts = (resources: ReturnType<typeof analyzer>[]) => scopeFacts(ACCOUNT, units, resources)
    expect(evaluateScope([check], facts([analyzer()]), { now: NOW })[0]?.evaluation.verdict).toBe('unknown')
    expect(evaluateScope([check], facts([]), { now: NOW })[0]?.evaluation.verdict).toBe('not_applicable')
  })
})
