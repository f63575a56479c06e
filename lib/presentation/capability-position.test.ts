import { expect, test } from 'vitest'
import { positionText } from './capability-position'

test('a capability without a stage says why, and never reads as the lowest stage', () => {
  expect(positionText({ status: 'assessed', effective: 0 })).toBe('Traditional')
  expect(positionText({ status: 'not_applicable', effective: null })).toBe('Not applicable')
  expect(positionText({ status: 'not_assessed', effective: null })).toBe('Not assessed')
})
