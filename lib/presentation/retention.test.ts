import { expect, test } from 'vitest'
import { holdLine, plannedText, removalLine, retentionTitle, spanText } from './retention'

const all = { kinds: [], from: null, to: null }

test('a hold says what it is over, and of which days', () => {
  expect(holdLine(all)).toBe('Everything, of any day')
  expect(holdLine({ ...all, kinds: ['evidence', 'run-logs'], from: '2026-01-01' })).toBe(
    'Evidence files, run logs, from 1 Jan 2026 on',
  )
  expect(holdLine({ ...all, to: '2026-01-31' })).toBe('Everything, until 31 Jan 2026')
  expect(holdLine({ ...all, from: '2026-01-01', to: '2026-01-31' })).toBe('Everything, 1 Jan 2026 to 31 Jan 2026')
})

test('a report says how many of what, and how much room', () => {
  expect(plannedText({ kind: 'decisions', records: 1204, bytes: null })).toBe('1,204 decisions')
  expect(plannedText({ kind: 'packs', records: 3, bytes: 1_468_006 })).toBe('3 evidence packs (1.4\u00a0MiB)')
  expect(spanText({ oldest: null, newest: null })).toBe('nothing')
  expect(spanText({ oldest: '2026-01-01', newest: '2026-02-01' })).toBe('1 Jan 2026 to 1 Feb 2026')
})

test('what was removed counts, not what was planned', () => {
  const report = { format: 'proofline-removal-report/1' as const, day: '2026-11-22', kinds: [] }
  const begunAt = '2026-11-22T00:00:00Z'
  expect(removalLine({ report, removed: null })).toBe('Nothing was past its time')
  expect(
    removalLine({ report, removed: { begunAt, by: 'Ada', kinds: [{ kind: 'decisions', records: 2, bytes: null }] } }),
  ).toBe('2 decisions')
})

test('the page says what stands', () => {
  expect(retentionTitle(0, 0)).toBe('Everything is kept for good')
  expect(retentionTitle(1, 1)).toBe('One kind of record has an end, and one legal hold stands')
  expect(retentionTitle(2, 2)).toBe('Two kinds of record have an end, and two legal holds stand')
})
