import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppError } from '@/lib/kernel/app-error'
import { textGuard } from './text-guard'

const bytes = (text: string) => new TextEncoder().encode(text)

/** What the guard says of a file cut into chunks of `size` bytes: null when it passes. */
function verdict(file: Uint8Array, size: number) {
  const guard = textGuard()
  try {
    for (let at = 0; at < file.length; at += size) guard.check(file.subarray(at, at + size))
    guard.end()
    return null
  } catch (error) {
    return (error as AppError).problems[0] ?? null
  }
}

const text = 'naïve,日本\n😀,ok\r\nthird\n'
/** The same text with the bytes of line `line` (1-based) followed by `bad`. */
function spoiled(line: number, bad: number[]) {
  const lines = text.split('\n').map(bytes)
  return Uint8Array.from(lines.flatMap((each, i) => [...each, ...(i + 1 === line ? bad : []), 10]))
}

describe('textGuard', () => {
  const sizes = [1, 2, 3, 4, 5, 7, 1000]

  test.each(sizes)('passes UTF-8 however it is cut (%d bytes)', (size) => expect(verdict(bytes(text), size)).toBeNull())

  test.each(sizes)('names the line of the first bytes that are not UTF-8 (%d bytes)', (size) => {
    for (const line of [1, 2, 3, 4])
      expect(verdict(spoiled(line, [0xe9]), size)).toEqual({
        row: line,
        field: 'file',
        reason: expect.stringContaining('not UTF-8'),
      })
  })

  test.each(sizes)('names the line of the first NUL byte (%d bytes)', (size) =>
    expect(verdict(spoiled(3, [0]), size)).toMatchObject({ row: 3, reason: expect.stringContaining('NUL') }),
  )

  test('a character cut off by the end of the file is not UTF-8', () =>
    expect(verdict(Uint8Array.from([...bytes('a\n'), 0xe2, 0x82]), 100)).toMatchObject({ row: 2 }))

  test('passes exactly what the platform decodes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (file, size) => {
        const decodes = () => new TextDecoder('utf-8', { fatal: true }).decode(file)
        if (verdict(file, size) === null) expect(decodes).not.toThrow()
        else expect(decodes).toThrow()
      }),
    )
  })
})
