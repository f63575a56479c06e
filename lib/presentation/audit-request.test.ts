import { expect, test } from 'vitest'
import { requestsTitle } from './audit-request'

test('the title counts what waits and what is late', () => {
  const open = { state: 'open', isOverdue: false } as const
  expect(requestsTitle([])).toBe('Nothing has been asked')
  expect(requestsTitle([{ state: 'accepted', isOverdue: false }])).toBe('No request waits for an answer')
  expect(requestsTitle([open])).toBe('1 request waits for an answer')
  expect(requestsTitle([open, { ...open, isOverdue: true }])).toBe('2 requests wait for an answer, 1 of them overdue')
})
