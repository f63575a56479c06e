import { expect, test } from 'vitest'
import { errorDigest } from './error-digest'

test('only a digest that is there is shown', () => {
  expect(errorDigest(Object.assign(new Error('failed'), { digest: '4021' }))).toBe('4021')
  expect(errorDigest(new Error('failed'))).toBeNull()
  expect(errorDigest('failed')).toBeNull()
})
