import { expect, test, vi } from 'vitest'
import { columnsOf, type Table } from '@/lib/evidence/tables/table'
import { workbookParts } from '@/lib/evidence/workbook/workbook'
import { seededRandom } from '@/lib/testing/seeded-random'
import { workbookBytes } from './workbook-bytes'

type Row = { text: string }
const { text } = columnsOf<Row>()
const table: Table<Row> = { name: 'things', title: 'Things', columns: [text('text', 'Text')] }
const about = { organization: null, asOf: '2026-11-22T12:00:00Z', filter: null }

const bytesOf = (pages: AsyncIterable<readonly Row[]>) => workbookBytes(workbookParts(table, pages, about))

/** Pages of text that hardly packs, and whether somebody said that no more are wanted. */
function pages(count: number, failAt = Number.POSITIVE_INFINITY) {
  const random = seededRandom('workbook')
  const seen = { read: 0, closed: false }
  async function* made(): AsyncGenerator<readonly Row[]> {
    try {
      for (let i = 0; i < count; i += 1) {
        if (i === failAt) throw new Error('the database went away')
        seen.read += 1
        yield Array.from({ length: 200 }, () => ({ text: String(random()) + String(random()) }))
      }
    } finally {
      seen.closed = true
    }
  }
  return { made: made(), seen }
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk))
  return Buffer.concat(chunks)
}

test('the same rows are the same bytes, and whole', async () => {
  const [one, other] = [await whole(bytesOf(pages(20).made)), await whole(bytesOf(pages(20).made))]
  expect(one.equals(other)).toBe(true)
  expect(one.subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006')
})

test('pages that fail, fail the file', async () => {
  const { made, seen } = pages(400, 300)
  await expect(whole(bytesOf(made))).rejects.toThrow('the database went away')
  expect(seen.closed).toBe(true)
})

test('a reader who goes away ends the reading, and no more pages were read than it needed', async () => {
  const { made, seen } = pages(2000)
  for await (const _ of bytesOf(made)) if (seen.read > 20) break
  await vi.waitFor(() => expect(seen.closed).toBe(true))
  expect(seen.read).toBeLessThan(500)
})
