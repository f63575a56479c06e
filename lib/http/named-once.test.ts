import { expect, test } from 'vitest'
import { namedOnce } from './named-once'

test('each name comes with its value, also an empty one', () => {
  expect(namedOnce(new URLSearchParams('from=2026-01&to='), 'parameter')).toEqual({ from: '2026-01', to: '' })
})
test.each(['role=viewer&role=admin', 'role=admin&x=1&role=admin', 'role=viewer&%72ole=admin'])(
  '%s is refused, and what was named twice is said',
  (text) => {
    expect(() => namedOnce(new URLSearchParams(text), 'parameter')).toThrow(
      expect.objectContaining({ code: 'bad-request', detail: 'The parameter role is named twice.' }),
    )
  },
)
