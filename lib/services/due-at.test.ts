import { expect, test } from 'vitest'
import { dueSince } from './due-at'

const at = (text: string) => new Date(`2026-03-${text}Z`)
const daily = { schedule: '0 3 * * *', jitterMinutes: 0, place: 0 }
const due = (timing: typeof daily, since: string, now: string) =>
  dueSince(timing, at(since), at(now))?.toISOString() ?? null

test('a time comes due once it is there, and not before', () => {
  expect(due(daily, '02T12:00:00', '03T02:59:59')).toBeNull()
  expect(due(daily, '02T12:00:00', '03T03:00:30')).toBe('2026-03-03T03:00:00.000Z')
  expect(due(daily, '03T03:00:40', '03T12:00:00')).toBeNull()
})

test('of times that passed unseen the last one counts', () => {
  expect(due(daily, '01T12:00:00', '09T10:00:00')).toBe('2026-03-09T03:00:00.000Z')
})

test('jitter moves every time by the same, and never as far as the next', () => {
  const moved = { ...daily, jitterMinutes: 60, place: 0.5 }
  expect(due(moved, '02T12:00:00', '03T03:29:59')).toBeNull()
  expect(due(moved, '02T12:00:00', '03T03:30:01')).toBe('2026-03-03T03:30:00.000Z')
  const hourly = { schedule: '0 * * * *', jitterMinutes: 720, place: 0.999 }
  expect(due(hourly, '02T12:00:00', '03T03:30:00')).toBe('2026-03-03T02:58:00.000Z')
})
