import { describe, expect, test } from 'vitest'
import { cornerAt, radarShape, ringPath } from './radar-shape'

describe('a radar', () => {
  test('its first axis points up and the next goes clockwise', () => {
    expect(cornerAt(0, 4, 1, 100)).toEqual({ x: 0, y: -100 })
    expect(cornerAt(1, 4, 1, 100)).toEqual({ x: 100, y: 0 })
  })

  test('with every value known has as many sides as axes', () => {
    expect(radarShape([10, 20, 30, 40, 50], 100, 100).outline.match(/M/g)).toHaveLength(5)
  })

  test('a gap is not the centre: no side touches it', () => {
    const { corners, outline } = radarShape([50, null, 50, 50, 50], 100, 100)
    expect(corners[1]).toBeNull()
    expect(outline.match(/M/g)).toHaveLength(3)
    expect(outline).not.toContain('M0 0')
  })

  test('a zero is the centre', () => {
    expect(radarShape([0, 100, 100, 100], 100, 100).corners[0]).toEqual({ x: 0, y: 0 })
  })

  test('nothing known draws nothing', () => {
    expect(radarShape([null, null, null], 100, 100)).toMatchObject({ outline: '', area: '' })
  })

  test('rings are closed', () => {
    expect(ringPath(5, 0.5, 100)).toMatch(/^M.*Z$/)
  })
})
