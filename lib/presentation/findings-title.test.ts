import { describe, expect, test } from 'vitest'
import { ageText, findingEventText } from './finding'
import { findingsLine, findingsTitle } from './findings-title'

describe('the headline of findings', () => {
  test.each([
    [0, 0, 'No open findings'],
    [1, null, 'One open finding'],
    [1, 1, 'One open finding; one blocks a higher stage'],
    [1370, 12, '1,370 open findings; 12 block a higher stage'],
    [2, 0, '2 open findings; none blocks a higher stage'],
  ])('%i open, %s blocking', (open, blocking, title) => {
    expect(findingsTitle({ open, blocking })).toBe(title)
  })

  test('nothing found is no good news before anything was read', () => {
    expect(findingsLine({ accepted: 0, expired: 0, unassigned: 0 }, null)).toMatch(/^No run has been evaluated yet/)
  })

  test('says when it was read, what is unknown and what is set aside', () => {
    const totals = {
      seconds: 3,
      units: { ok: 1, failed: 0, denied: 0 },
      resources: 18_422,
      calls: 9,
      verdicts: { pass: 1, fail: 2, not_applicable: 3, unknown: 31 },
      findings: { opened: 0, persisting: 0, resolved: 0, reopened: 0 },
    }
    const line = findingsLine(
      { accepted: 4, expired: 1, unassigned: 0 },
      { finishedAt: '2026-11-22T06:00:00Z', totals },
    )
    expect(line).toBe(
      'Last run 22 Nov 2026, 06:00 UTC: 18,422 resources read, 31 checks unknown. 4 accepted risks, one exception has run out.',
    )
  })
})

describe('how long a finding is open', () => {
  test.each([
    ['2026-03-10T11:30:00Z', '< 1 h'],
    ['2026-03-10T09:00:00Z', '3 h'],
    ['2026-03-08T12:00:00Z', '2 d'],
    ['2026-02-07T12:00:00Z', '31 d'],
  ])('since %s', (since, text) => {
    expect(ageText(since, '2026-03-10T12:00:00Z').replaceAll('\u00a0', ' ')).toBe(text)
  })
})

test('history reads as sentences', () => {
  expect(findingEventText({ kind: 'assigned', detail: { owner: null } })).toBe('took its owner away')
  expect(findingEventText({ kind: 'exception', detail: { owner: 'Ada', until: '2027-02-20' } })).toBe(
    'accepted the risk until 20 Feb 2027, owned by Ada',
  )
  expect(findingEventText({ kind: 'severity', detail: { to: null } })).toBe('went back to the severity of the check')
})
