import { describe, expect, test } from 'vitest'
import { placeOf, type TrendPoint, trendTable } from './trend'

const POINTS: TrendPoint[] = [
  { x: '2025-12', label: 'Dec', group: '2025', value: 4 },
  { x: '2026-01', label: 'Jan', group: '2026', value: null },
]

describe('the table behind a trend', () => {
  test('has one row a point, and a gap stays a gap', () => {
    expect(trendTable({ points: POINTS, unit: ' h' }, 'Mean')).toEqual({
      columns: [{ label: 'Period' }, { label: 'Mean (h)', numeric: true, decimals: undefined }],
      rows: [
        ['Dec 2025', 4],
        ['Jan 2026', null],
      ],
    })
  })

  test('shows interval and note when any point has them', () => {
    const points = [...POINTS, { x: '2026-02', label: 'Feb', value: 3, low: 2, high: 5, note: 'n = 7' }]
    const table = trendTable({ points }, 'Mean')
    expect(table.columns.map((column) => column.label)).toEqual([
      'Period',
      'Mean',
      'Interval from',
      'Interval to',
      'Note',
    ])
    expect(table.rows[2]).toEqual(['Feb', 3, 2, 5, 'n = 7'])
    expect(table.rows[0]).toEqual(['Dec 2025', 4, null, null, null])
  })
})

test('a marker outside the period has no place', () => {
  expect([placeOf(POINTS, '2026-01'), placeOf(POINTS, '2024-01')]).toEqual([1, null])
})
