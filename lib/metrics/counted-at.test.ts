import { expect, test } from 'vitest'
import { countedAt } from './counted-at'

const nothing = { occurredAt: null, detectedAt: null, acknowledgedAt: null, containedAt: null, resolvedAt: null }

test('detection places an incident, then the first instant known', () => {
  const all = { occurredAt: 1, detectedAt: 2, acknowledgedAt: 3, containedAt: 4, resolvedAt: 5 }
  expect(countedAt(all)).toBe(2)
  expect(countedAt({ ...all, detectedAt: null })).toBe(1)
  expect(countedAt({ ...nothing, acknowledgedAt: 3, containedAt: 4, resolvedAt: 5 })).toBe(3)
  expect(countedAt({ ...nothing, containedAt: 4, resolvedAt: 5 })).toBe(4)
  expect(countedAt({ ...nothing, resolvedAt: 5 })).toBe(5)
})

test('the epoch itself is an instant and not a missing one', () =>
  expect(countedAt({ ...nothing, detectedAt: 0, resolvedAt: 5 })).toBe(0))

test('an incident without any instant belongs to no month', () => expect(countedAt(nothing)).toBeNull())
