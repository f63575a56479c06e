import { expect, test } from 'vitest'
import type { Reading } from '@/lib/model/outcome'
import { latestReading } from './reading'

const reading = (after: number, value: number | null) =>
  ({ after, value, absoluteChange: value === null ? null : value - 10 }) as Reading
const readings = [reading(3, 8), reading(6, 6), reading(12, null)]

test('the latest reading that holds a value is the one an effect is claimed by', () => {
  expect(latestReading({ readings, caution: null })?.after).toBe(6)
  expect(latestReading({ readings: [reading(3, null)], caution: null })).toBeNull()
})

test('too few records claim no effect, whatever the readings say', () => {
  expect(latestReading({ readings, caution: 'Not enough data for an estimate' })).toBeNull()
})
