import { expect, test } from 'vitest'
import { daysBetween } from './age'

test('days are counted with their fractions and their direction', () => {
  expect(daysBetween('2026-03-01T00:00:00Z', '2026-03-02T12:00:00Z')).toBe(1.5)
  expect(daysBetween('2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z')).toBe(-1)
})
