import { expect, test } from 'vitest'
import { elevationLine, elevationsTitle } from './elevation'

test('a request reads as role, time and what it takes the place of', () => {
  expect(elevationLine({ role: 'admin', hours: 1, fromRole: 'viewer' })).toBe(
    'Administrator for 1 hour, instead of viewer',
  )
})

test.each([
  [[], true, 'Nobody has more than their own role'],
  [['expired', 'refused'], true, 'Nobody has more than their own role'],
  [
    ['approved', 'requested', 'requested'],
    true,
    'One member has a higher role for now, two requests wait for an answer',
  ],
  [['requested'], true, 'One request waits for an answer'],
  [['requested'], false, 'Your request waits'],
  [['approved'], false, 'You have a higher role for now'],
  [['ended'], false, 'You have your own role'],
] as const)('of %j a title says, to a reader of all: %j', (states, isReader, title) => {
  expect(
    elevationsTitle(
      states.map((state) => ({ state })),
      isReader,
    ),
  ).toBe(title)
})
