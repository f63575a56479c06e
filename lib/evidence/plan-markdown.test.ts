import { expect, test } from 'vitest'
import type { PlanReport } from '@/lib/model/plan-report'
import { planMarkdown } from './plan-markdown'

const report = (more: Partial<PlanReport> = {}): PlanReport => ({
  kind: 'plan',
  workspace: 'payments',
  connection: 'payments',
  formatVersion: '1.2',
  terraformVersion: '1.11.4',
  resources: 2,
  verdicts: [
    {
      checkId: 'tf_plan_no_public_bucket',
      title: 'x',
      severity: 'high',
      verdict: 'fail',
      numerator: 1,
      denominator: 2,
      undecided: 0,
      gaps: [],
    },
  ],
  failures: [],
  unknowns: [],
  maturity: {
    replaces: null,
    layers: [
      {
        layer: 'DAT',
        before: { stage: 1, score: 40, coverage: 0.6 },
        after: { stage: null, score: 32.5, coverage: 0.5 },
        scoreChange: -7.5,
      },
    ],
    capabilities: [{ capability: 'DAT-04', before: 1, after: null }],
  },
  gate: null,
  recorded: null,
  ...more,
})
const failure = (resource: string, message = 'It is open.') => ({
  key: 'k',
  checkId: 'tf_plan_no_public_bucket',
  severity: 'high' as const,
  resource,
  capabilities: ['DAT-04'],
  title: 'x',
  message,
  fix: 'Close it.',
})

test('layers are shown before and after, with what is not established in words', () => {
  const text = planMarkdown(report())
  expect(text).toContain('| DAT | initial | not established | 40.0 → 32.5 (−7.5) |')
  expect(text).toContain('DAT-04: checks support initial, then no stage.')
  expect(text).toContain('Nothing was kept.')
})

test('failures come with their fix, unknowns with why', () => {
  const unknown = { ...failure('aws_x.y'), cause: 'not_collected' as const, operation: 'terraform:resource_changes' }
  const text = planMarkdown(report({ failures: [failure('aws_x.z')], unknowns: [unknown] }))
  expect(text).toContain('| `aws_x.z` | high | It is open. | Close it. |')
  expect(text).toContain('| `aws_x.y` | `tf_plan_no_public_bucket` | known only after apply, or marked sensitive |')
})

test('what people wrote ends no cell, opens no markup and tells nobody', () => {
  const hostile = 'a["|`</table>\n<img src=x>"]'
  const text = planMarkdown(report({ failures: [failure(hostile, '[click](https://evil) <b> | @all')] }))
  const [line = ''] = text.split('\n').filter((one) => one.includes('Close it.'))
  expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6)
  expect(line).toContain('\\[click\\]\\(https://evil\\) \\<b\\>')
  expect((line.match(/`/g) ?? []).length).toBe(2)
})

test('the gate says why, and long lists say how much is left out', () => {
  const failures = Array.from({ length: 60 }, (_, i) => failure(`aws_x.r${i}`))
  const text = planMarkdown(
    report({ failures, gate: { outcome: 'failed', reasons: ['DAT-04 would be below initial.'] } }),
  )
  expect(text).toContain('**The gate failed.**')
  expect(text).toContain('- DAT-04 would be below initial.')
  expect(text).toContain('… and 10 more')
})
