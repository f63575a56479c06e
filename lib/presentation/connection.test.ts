import { describe, expect, test } from 'vitest'
import type { SelfTestLine } from '@/lib/model/connection'
import type { ConnectionView, LastRun } from '@/lib/model/connection-view'
import { connectionHealth, connectionsTitle, scopeText, selfTestLine, sourceText } from './connection'

const line = (answer: SelfTestLine['answer']): SelfTestLine => ({
  operation: 'iam:GetAccountSummary',
  permission: 'iam:GetAccountSummary',
  answer,
  detail: '',
})
const view = (more: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'a',
  name: 'Production',
  deploymentId: null,
  settings: {
    kind: 'aws',
    credentials: 'role',
    roleArn: 'arn:aws:iam::111122223333:role/Reader',
    externalId: 'proofline-1',
    endpoint: null,
    regions: [],
    services: [],
    memberRole: null,
  },
  hasSecret: false,
  schedule: null,
  jitterMinutes: 0,
  pausedAt: null,
  selfTest: null,
  selfTestedAt: null,
  latestRunId: null,
  createdBy: 'Ada Admin',
  createdAt: '2026-11-22T06:00:00Z',
  updatedAt: '2026-11-22T06:00:00Z',
  lastRun: null,
  nextRuns: [],
  ...more,
})
const ran = (state: LastRun['state'], gaps = 0): LastRun => ({
  id: 'r',
  state,
  createdAt: '2026-11-22T06:00:00Z',
  finishedAt: null,
  error: null,
  totals: {
    seconds: 1,
    units: { ok: 3, failed: 0, denied: 0 },
    resources: 9,
    calls: 9,
    verdicts: { pass: 1, fail: 0, not_applicable: 0, unknown: 0 },
    findings: { opened: 0, persisting: 0, resolved: 0, reopened: 0 },
  },
  gaps,
})

describe('the health of a connection', () => {
  test.each([
    ['was never read', view(), 'unknown'],
    ['was cancelled', view({ lastRun: ran('cancelled') }), 'unknown'],
    ['failed', view({ lastRun: ran('failed') }), 'bad'],
    ['was read in part', view({ lastRun: ran('done', 2) }), 'warn'],
    ['misses a permission', view({ lastRun: ran('done'), selfTest: [line('denied')] }), 'warn'],
    ['is paused', view({ lastRun: ran('done'), pausedAt: '2026-11-22T06:00:00Z' }), 'neutral'],
    ['takes files alone', view({ settings: { kind: 'findings', product: 'Prowler' } }), 'neutral'],
    ['was read in full', view({ lastRun: ran('done'), selfTest: [line('allowed')] }), 'good'],
  ] as const)('that %s', (_, one, tone) => expect(connectionHealth(one).tone).toBe(tone))
})

test('a list says how many need attention', () => {
  expect(connectionsTitle([view({ lastRun: ran('failed') }), view()], true)).toBe(
    'Two connections; one needs attention',
  )
  expect(connectionsTitle([view()], false)).toBe('More than one connections')
})
test('a source is told by account and role, and what is left out of it', () => {
  expect(sourceText(view().settings)).toBe('111122223333 as Reader')
  expect(scopeText(view().settings)).toBe('Every enabled region, every service the checks need')
})
test('a self-test counts what is denied, unanswered and not offered', () => {
  expect(selfTestLine([line('allowed'), line('denied'), line('unavailable')])).toBe(
    '1 of 3 operations are allowed; one is denied and one did not answer.',
  )
})
