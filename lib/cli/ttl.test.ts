import { describe, expect, test } from 'vitest'
import { ttlSeconds } from './ttl'

describe('the life of a token', () => {
  test.each([
    ['900s', 900],
    ['15m', 900],
    [' 1h ', 3600],
    ['3600s', 3600],
    ['1s', 1],
  ])('%s is %i seconds', (text, seconds) => {
    expect(ttlSeconds(text, 3600)).toBe(seconds)
  })

  test.each(['', '15', 'm', '0m', '-5m', '1.5h', '15 m', '15min', '1d', '٣m', '99999999s'])(
    '"%s" is refused with how to write it',
    (text) => {
      expect(() => ttlSeconds(text, 3600)).toThrow(
        expect.objectContaining({
          code: 'invalid',
          problems: [{ field: '--ttl', reason: expect.stringContaining('900s, 15m or 1h') }],
        }),
      )
    },
  )

  test.each(['2h', '61m', '3601s'])('%s is refused, naming the most a token may live', (text) => {
    expect(() => ttlSeconds(text, 3600)).toThrow(
      expect.objectContaining({
        problems: [{ field: '--ttl', reason: expect.stringContaining('60 minutes') }],
      }),
    )
  })
})
