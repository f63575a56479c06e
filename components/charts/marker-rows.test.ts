import { describe, expect, test } from 'vitest'
import { markerRows } from './marker-rows'

const FIVE = ['Identity live', 'Network live', 'Monitoring live', 'Policy live', 'Data live']

describe('labels of markers', () => {
  test('far apart, they share the first row', () => {
    expect(
      markerRows(
        [
          { at: 0, label: 'One' },
          { at: 300, label: 'Two' },
        ],
        600,
      ).map((m) => m.row),
    ).toEqual([0, 0])
  })

  test('at the same place, each gets its own row', () => {
    const rows = markerRows(
      FIVE.map((label) => ({ at: 100, label })),
      600,
    ).map((m) => m.row)
    expect(new Set(rows).size).toBe(5)
  })

  test('one that would leave the plot looks left', () => {
    expect(markerRows([{ at: 590, label: 'Identity live' }], 600)).toEqual([{ row: 0, side: 'left' }])
  })

  test('no line hangs through an earlier label', () => {
    const labels = FIVE.map((label, i) => ({ at: 40 + i * 35, label }))
    const rows = markerRows(labels, 600).map((m) => m.row)
    expect(rows.slice(0, 3)).toEqual([0, 1, 2])
  })

  test('never need more rows than there are labels', () => {
    for (const gap of [0, 3, 11, 35, 80]) {
      const rows = markerRows(
        FIVE.map((label, i) => ({ at: 40 + i * gap, label })),
        330,
      ).map((m) => m.row)
      expect(Math.max(...rows)).toBeLessThan(FIVE.length)
    }
  })
})
