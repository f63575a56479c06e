import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fromCursor, toCursor } from './cursor'

const Key = z.tuple([z.iso.date(), z.uuid()])
const key: [string, string] = ['2026-03-31', '0190a8f0-0000-7000-8000-000000000001']

describe('cursor', () => {
  test('comes back as it went out, in characters a URL takes as they are', () => {
    expect(fromCursor(toCursor(key), Key)).toEqual(key)
    expect(toCursor(['ü/?&+', 'x'])).toMatch(/^[\w-]+$/)
  })

  test.each([
    ['', 'nothing'],
    ['!!', 'no base64'],
    [toCursor(['x']), 'another list’s'],
    [toCursor(['2026-13-01', key[1]]), 'no day'],
  ])('%s is invalid: %s', (cursor) => {
    const refused = expect.objectContaining({
      code: 'invalid',
      problems: [{ field: 'cursor', reason: expect.any(String) }],
    })
    expect(() => fromCursor(cursor, Key)).toThrow(refused)
  })
})
