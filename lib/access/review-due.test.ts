import { expect, test } from 'vitest'
import { reviewDueAt } from './review-due'

const joinedAt = '2026-01-01T09:00:00.000Z'

test('a membership never reviewed is due that many days after joining', () => {
  expect(reviewDueAt({ joinedAt, reviewedAt: null }, 90)).toBe('2026-04-01T09:00:00.000Z')
})

test('a review starts the days anew', () => {
  expect(reviewDueAt({ joinedAt, reviewedAt: '2026-03-01T00:00:00.000Z' }, 30)).toBe('2026-03-31T00:00:00.000Z')
})
