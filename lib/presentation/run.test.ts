import { describe, expect, test } from 'vitest'
import type { Run } from '@/lib/model/run'
import { progressLine, runsTitle, runTitle, secondsText, unitLook, unreadLine, verdictsLine } from './run'

const units = { waiting: 0, running: 0, ok: 0, denied: 0, failed: 0, cancelled: 0 }
const run = (state: Run['state'], more: Partial<Run['progress']['units']> = {}, gaps = 0): Run => ({
  id: 'a',
  connectionId: 'b',
  connectionName: 'Production',
  state,
  trigger: 'person',
  requestedBy: 'Ada Admin',
  createdAt: '2026-11-22T06:00:00Z',
  startedAt: null,
  finishedAt: null,
  cancelAskedAt: null,
  cancelledBy: null,
  error: null,
  totals: null,
  snapshot: null,
  formula: null,
  progress: { units: { ...units, ...more }, gaps, pages: 311, items: 18_422, calls: 400 },
})

describe('a run in words', () => {
  test('says how far it is; before there are units, that it asks for them', () => {
    expect(progressLine(run('running', { waiting: 20, running: 8, ok: 12 }).progress)).toBe(
      '12 of 40 units, 311 pages, 18,422 items',
    )
    expect(progressLine({ ...run('queued').progress })).toContain('Asking which')
  })
  test('never says that everything was read when something was not', () => {
    expect(unreadLine(run('done', { ok: 3 }).progress)).toBeNull()
    expect(unreadLine(run('done', { denied: 2, failed: 1 }, 5).progress)).toBe(
      '5 units (2 denied, 1 failed and 2 in part)',
    )
    const part = {
      operation: 'x',
      pages: 0,
      items: 0,
      error: { cause: 'unsupported', code: 'x', message: '' },
    } as const
    expect([unitLook({ state: 'ok', coverage: [part] }).text, unitLook({ state: 'ok', coverage: [] }).text]).toEqual([
      'in part',
      'read',
    ])
    const totals = {
      seconds: 3,
      units: { ok: 3, failed: 0, denied: 1 },
      resources: 1204,
      calls: 9,
      verdicts: { pass: 31, fail: 12, not_applicable: 4, unknown: 3 },
      findings: { opened: 0, persisting: 0, resolved: 0, reopened: 0 },
    }
    expect(runTitle({ ...run('done', { ok: 3, denied: 1 }, 1), totals })).toBe(
      'Production: 1,204 resources read, 1 of 4 units not in full',
    )
    expect(verdictsLine(totals)).toBe('12 fail, 3 unknown, 31 pass, 4 not applicable')
  })
  test.each([
    [0.82, '0.8 s'],
    [42.2, '42 s'],
    [59.7, '1 min'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min'],
  ])('%d seconds are %s', (seconds, text) => expect(secondsText(seconds)).toBe(text))
  test('of a list says what goes on, else what failed', () => {
    expect(runsTitle([])).toBe('No runs yet')
    expect(runsTitle([run('running'), run('done')])).toBe('Production is being read now')
    expect(runsTitle([run('failed'), run('done')])).toBe('1 of 2 runs shown failed')
  })
})
