import { describe, expect, test } from 'vitest'
import { dayAfter, endOfDay, endText, membersTitle, reviewTitle, waysInText } from './member'

describe('ways in', () => {
  test.each([
    [{ passkeys: 0, providers: 0 }, null],
    [{ passkeys: 1, providers: 0 }, '1 passkey'],
    [{ passkeys: 3, providers: 1 }, '3 passkeys, single sign-on'],
    [{ passkeys: 0, providers: 2 }, 'single sign-on'],
  ])('%j read as %j', (ways, text) => expect(waysInText(ways)).toBe(text))
})

test('a title counts members and who administers', () => {
  expect(membersTitle({ members: 1, administrators: 1 })).toBe('One member, an administrator')
  expect(membersTitle({ members: 5, administrators: 1 })).toBe('Five members, one of them an administrator')
  expect(membersTitle({ members: 14, administrators: 2 })).toBe('14 members, two of them administrators')
})

test('a title says how many reviews are late', () => {
  expect(reviewTitle({ members: 5, overdueReviews: 0 })).toBe('No membership waits for a review')
  expect(reviewTitle({ members: 1, overdueReviews: 1 })).toBe('1 of 1 membership waits for a review')
  expect(reviewTitle({ members: 5, overdueReviews: 2 })).toBe('2 of 5 memberships wait for a review')
})

test('a day that was named still counts, and is shown as it was named', () => {
  expect(endText(endOfDay('2026-12-31'))).toBe('31 Dec 2026')
  expect(endText(null)).toBe('no end')
  expect(dayAfter('2026-11-22T12:00:00.000Z', 90)).toBe('2027-02-20')
})
