import { expect, test } from 'vitest'
import { shortDigest } from './digest'

test('a digest is shortened to its ends, a short text is left alone', () => {
  expect(shortDigest(`9f2c${'0'.repeat(58)}41`)).toBe('9f2c…41')
  expect(shortDigest('9f2c0041')).toBe('9f2c0041')
})
