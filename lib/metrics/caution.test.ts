import { expect, test } from 'vitest'
import { caution } from './caution'

test('fewer than three baseline months carry no estimate', () => {
  expect(caution('incidents', 2, 500)).toBe(
    'Not enough data for an estimate: 2 of the 6 baseline months hold incidents, 3 are needed.',
  )
  expect(caution('incidents', 3, 500)).toBeNull()
})

test('fewer than twenty events carry no estimate', () => {
  expect(caution('mttd', 6, 19)).toBe(
    'Not enough data for an estimate: 19 times to detect before and since go-live, 20 are needed.',
  )
  expect(caution('mttd', 6, 20)).toBeNull()
})
