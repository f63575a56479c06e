import { expect, test } from 'vitest'
import type { CheckLine } from '@/lib/model/check-view'
import { checksLine, checksTitle } from './checks-title'

const line = (verdict: 'pass' | 'fail' | 'unknown' | 'not_applicable' | null): CheckLine => ({
  id: 'aws_iam_root_mfa_enabled',
  provider: 'aws',
  title: 'Root has no MFA',
  severity: 'critical',
  kind: 'every',
  capabilities: ['IAM-02'],
  standing: verdict && { verdict, numerator: 0, denominator: 0, undecided: 0, incomplete: false },
})

test('failing checks are named first, and the parts add up to all', () => {
  const checks = [line('fail'), line('pass'), line('unknown'), line('not_applicable'), line(null)]
  expect(checksTitle(checks)).toBe('1 of 5 checks fails')
  expect(checksLine(checks)).toBe('1 pass, 1 fail, 1 not applicable, 1 unknown, 1 not run')
})

test('nothing run and nothing failing are said apart', () => {
  expect(checksTitle([line(null), line(null)])).toBe('2 checks, none of them run yet')
  expect(checksTitle([line('pass'), line('unknown')])).toBe('No check fails; 1 could not be decided')
})
