import { describe, expect, test } from 'vitest'
import { readingPlaces } from './reading-places'

const AREA = { x: 0, y: 0, width: 300, height: 200 }

describe('words beside rings', () => {
  test('stand under their ring when there is room', () => {
    expect(readingPlaces([{ x: 150, y: 80, text: 'Month 3: 11.0' }], AREA)).toEqual([{ x: 150, y: 101 }])
  })

  test('stand over it at the foot of the plot', () => {
    expect(readingPlaces([{ x: 150, y: 190, text: 'Month 3' }], AREA)[0]?.y).toBeLessThan(190)
  })

  test('stay inside at both edges', () => {
    const [left, right] = readingPlaces(
      [
        { x: 0, y: 50, text: 'Month 3' },
        { x: 300, y: 50, text: 'Month 12' },
      ],
      AREA,
    )
    expect(left?.x).toBeGreaterThan(0)
    expect(right?.x).toBeLessThan(300)
  })

  test('never cover each other, however close three rings are', () => {
    const rings = ['Month 3: 11.0', 'Month 6: 6.8', 'Month 12: 5.9'].map((text, i) => ({
      x: 150 + 10 * i,
      y: 100,
      text,
    }))
    const ys = readingPlaces(rings, AREA)
      .map((place) => place.y)
      .sort((a, b) => a - b)
    expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeGreaterThanOrEqual(15)
    expect((ys[2] ?? 0) - (ys[1] ?? 0)).toBeGreaterThanOrEqual(15)
  })
})
