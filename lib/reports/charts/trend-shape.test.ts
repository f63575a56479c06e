import { describe, expect, test } from 'vitest'
import { trendShape } from './trend-shape'

const SIZE = { width: 60, height: 100 }
const line = (values: (number | null)[]) => ({
  points: values.map((value, i) => ({ x: `2026-0${i + 1}`, label: 'M', value, ...(i === 0 ? { group: '2026' } : {}) })),
  baseline: null,
  markers: [],
  readings: [],
})

describe('trendShape', () => {
  test('a month that is not known is a gap, never a zero', () => {
    const { paths } = trendShape(line([10, 20, null, 20, 10]), SIZE)
    expect(paths).toHaveLength(2)
    expect(paths.join('')).not.toContain('100')
  })

  test('a single month between gaps is still drawn', () => {
    expect(trendShape({ ...line([null, 5, null]), domain: [0, 10] }, SIZE).paths).toEqual(['M29 50L31 50'])
  })

  test('the axis begins at zero and ends a little above the highest month', () => {
    const { top, paths } = trendShape(line([0, 18]), SIZE)
    expect(top).toBe(20)
    expect(paths[0]).toBe('M15 100L45 10')
  })

  test('a share is drawn on the whole of its scale', () => {
    expect(trendShape({ ...line([50, 60]), domain: [0, 100] }, SIZE).top).toBe(100)
  })

  test('the band covers its first and last month whole, and what lies outside the months is left out', () => {
    const shape = trendShape(
      {
        ...line([4, 4, 4]),
        baseline: { from: '2026-01', to: '2026-02', level: 4 },
        markers: [
          { x: '2026-03', label: 'Identity live', tone: 'l1' },
          { x: '2027-01', label: 'Data live', tone: 'l5' },
        ],
        readings: [{ x: '2026-03', label: 'Month 3' }],
      },
      SIZE,
    )
    expect(shape.band).toEqual({ x: 0, width: 40 })
    expect(shape.level?.y).toBe(20)
    expect(shape.markers).toEqual([{ x: 50, tone: 'l1', label: 'Identity live' }])
    expect(shape.dots).toEqual([{ x: 50, y: 20 }])
  })

  test('nothing known draws nothing and does not fail', () => {
    expect(trendShape(line([null, null]), SIZE).paths).toEqual([])
    expect(trendShape(line([]), SIZE).paths).toEqual([])
  })
})
