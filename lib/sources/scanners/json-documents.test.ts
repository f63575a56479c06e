import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunksOfText } from '@/lib/testing/chunks-of-text'
import { jsonDocuments } from './json-documents'

async function documentsOf(text: string, bytes?: number): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const { row, text: one } of jsonDocuments(chunksOfText(text, bytes))) found[row - 1] = JSON.parse(one)
  return found
}

describe('a file of JSON', () => {
  test('is cut at the same places however it arrives', async () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (all, bytes, lines) => {
          const text = lines ? all.map((one) => JSON.stringify(one)).join('\n') : JSON.stringify(all, null, 1)
          if (lines && all.length === 0) return
          expect(await documentsOf(text, bytes)).toEqual(JSON.parse(JSON.stringify(all)))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('braces, quotes and backslashes inside strings cut nothing', async () => {
    const tricky = [{ a: '}]{"', b: 'C:\\', c: '\\"}' }, { d: '[' }]
    expect(await documentsOf(JSON.stringify(tricky), 1)).toEqual(tricky)
  })

  test('an empty list holds nothing, and a byte order mark is no value', async () => {
    expect(await documentsOf('[]')).toEqual([])
    expect(await documentsOf('\ufeff[{"a":1}]', 2)).toEqual([{ a: 1 }])
  })

  test.each([
    ['[{"a":1},{"b":', 'within record 2'],
    ['[{"a":1}', 'ends after record 1'],
    ['', 'holds no JSON'],
    ['[1,2]', 'no list of JSON objects'],
    ['{"a":1} x', 'byte 9'],
    ['[{"a":1}]]', 'byte 10'],
  ])('%s is refused with its place', async (text, why) => {
    await expect(documentsOf(text)).rejects.toThrow(why)
  })
})
