import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountedIncident } from './month-tally'
import { monthlyMetrics, monthlyTallies } from './monthly-metrics'

const at = (text: string) => Date.parse(text)
const HOUR = 3_600_000

function incident(detected: string, occurred: string | null = null, resolved: string | null = null): CountedIncident {
  const detectedAt = at(detected)
  return {
    occurredAt: occurred === null ? null : at(occurred),
    detectedAt,
    resolvedAt: resolved === null ? null : at(resolved),
    countedAt: detectedAt,
  }
}

const audit = (auditedOn: string, passed: number, failed: number, notApplicable = 0) => ({
  auditedOn,
  assessed: passed + failed,
  passed,
  failed,
  notApplicable,
})

const anyIncident: fc.Arbitrary<CountedIncident> = fc
  .record({
    detectedAt: fc.integer({ min: at('2023-11-01T00:00Z'), max: at('2024-04-01T00:00Z') }),
    lead: fc.option(fc.integer({ min: 0, max: 300 * HOUR })),
    length: fc.option(fc.integer({ min: 0, max: 300 * HOUR })),
  })
  .map(({ detectedAt, lead, length }) => ({
    occurredAt: lead === null ? null : detectedAt - lead,
    detectedAt,
    resolvedAt: length === null ? null : detectedAt + length,
    countedAt: detectedAt,
  }))

describe('known answers', () => {
  test('a month counts incidents, hours to detect and to resolve, unknown onset and open ones', () => {
    const [row, ...rest] = monthlyMetrics([
      incident('2024-01-10T04:00Z', '2024-01-10T00:00Z', '2024-01-10T10:00Z'),
      incident('2024-01-11T02:00Z', '2024-01-11T00:00Z', '2024-01-11T03:00Z'),
      incident('2024-01-12T00:00Z', null, '2024-01-12T02:00Z'),
      incident('2024-01-31T23:59Z', '2024-01-31T23:29Z'),
    ])
    expect(rest).toEqual([])
    expect(row).toMatchObject({ month: '2024-01', formula: 'metrics/1', incidents: 4, unknownOnset: 1, open: 1 })
    expect(row?.timeToDetect).toEqual({ n: 3, median: 2, mean: 6.5 / 3, p90: 3.6 })
    expect(row?.timeToResolve).toEqual({ n: 3, median: 2, mean: 3, p90: 5.2 })
  })

  test('without detection there is no duration, whatever else is known', () => {
    const [row] = monthlyMetrics([
      {
        occurredAt: at('2024-01-01T00:00Z'),
        detectedAt: null,
        resolvedAt: at('2024-01-03T00:00Z'),
        countedAt: at('2024-01-01T00:00Z'),
      },
    ])
    expect(row).toMatchObject({ incidents: 1, unknownOnset: 0, open: 0 })
    expect(row?.timeToDetect).toEqual({ n: 0, median: null, mean: null, p90: null })
    expect(row?.timeToResolve.n).toBe(0)
  })

  test('detected at onset is a time to detect of zero hours, not a missing one', () =>
    expect(monthlyMetrics([incident('2024-01-01T00:00Z', '2024-01-01T00:00Z')])[0]?.timeToDetect).toEqual({
      n: 1,
      median: 0,
      mean: 0,
      p90: 0,
    }))

  test('audits add up by month and leave the incidents of a month that holds none unknown', () => {
    const rows = monthlyMetrics(
      [incident('2024-03-05T00:00Z')],
      [audit('2024-01-31', 70, 20, 4), audit('2024-01-01', 8, 2), audit('2024-03-31', 0, 0, 9)],
    )
    expect(rows.map((row) => [row.month, row.incidents, row.audits])).toEqual([
      ['2024-01', null, 2],
      ['2024-03', 1, 1],
    ])
    expect(rows[0]).toMatchObject({
      controlsAssessed: 100,
      controlsPassed: 78,
      controlsFailed: 22,
      controlsNotApplicable: 4,
    })
  })

  test('no records give no months', () => expect(monthlyMetrics([])).toEqual([]))
})

describe('months are UTC whatever the record was written in', () => {
  test.each([
    ['2024-02-01T00:30:00+01:00', '2024-01'],
    ['2024-01-31T20:00:00-05:00', '2024-02'],
    ['2024-01-01T13:59:59+14:00', '2023-12'],
    ['2024-01-01T14:00:00+14:00', '2024-01'],
    ['2024-02-29T23:59:59.999Z', '2024-02'],
    ['2024-03-01T00:00:00Z', '2024-03'],
    // The clocks of Central Europe and of New York go forward on these nights, close to the month's end.
    ['2024-03-31T23:59:59+02:00', '2024-03'],
    ['2024-04-01T01:59:59+02:00', '2024-03'],
    ['2024-04-01T02:00:00+02:00', '2024-04'],
    ['2024-10-31T19:59:59-04:00', '2024-10'],
    ['2024-10-31T20:00:00-04:00', '2024-11'],
  ])('%s counts in %s', (instant, month) => {
    expect(monthlyMetrics([incident(instant)]).map((row) => row.month)).toEqual([month])
  })

  test('a duration across a change of the clocks is time that passed', () =>
    expect(
      monthlyMetrics([incident('2024-03-31T03:30:00+02:00', '2024-03-31T01:30:00+01:00')])[0]?.timeToDetect.mean,
    ).toBe(1))
})

describe('properties', () => {
  test('the order of records changes nothing, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (incidents, keys) => {
        const shuffled = incidents
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
        expect(monthlyMetrics(shuffled)).toEqual(monthlyMetrics(incidents))
      }),
    )
  })

  test('two disjoint sets merged are the whole', () => {
    fc.assert(
      fc.property(fc.array(anyIncident), fc.array(anyIncident), (left, right) => {
        const [a, b] = [monthlyTallies(), monthlyTallies()]
        for (const each of left) a.addIncident(each)
        for (const each of right) b.addIncident(each)
        b.addAudit(audit('2024-02-02', 3, 1))
        a.merge(b)
        expect(a.rows()).toEqual(monthlyMetrics([...left, ...right], [audit('2024-02-02', 3, 1)]))
      }),
    )
  })

  test('every incident counts once, and quantiles stay between the extremes', () => {
    fc.assert(
      fc.property(fc.array(anyIncident), (incidents) => {
        const rows = monthlyMetrics(incidents)
        expect(rows.reduce((sum, row) => sum + (row.incidents ?? 0), 0)).toBe(incidents.length)
        for (const { timeToResolve: t } of rows) {
          if (t.median !== null && t.p90 !== null) expect(t.median).toBeLessThanOrEqual(t.p90)
          expect(t.n === 0).toBe(t.mean === null)
        }
      }),
    )
  })
})
