import type { CsvFormat, Row } from '@/lib/incidents/csv-format'
import { readRowBatches } from '@/lib/incidents/read-rows'
import { PREVIEW_BYTES } from '@/lib/model/import-preview'

const ROWS = 500

/**
 * The first rows of the beginning of a file. The beginning may end inside a row, so what cannot be read at its very end
 * is not held against a file that goes on. Throws `invalid` at the first row whose structure cannot be read.
 */
export async function sampleRows(head: Uint8Array, format: CsvFormat): Promise<Row[]> {
  const goesOn = head.length >= PREVIEW_BYTES
  let isAtEnd = false
  async function* chunks() {
    yield head
    isAtEnd = true
  }
  const rows: Row[] = []
  try {
    for await (const batch of readRowBatches(chunks(), format)) {
      if (isAtEnd && goesOn) break
      rows.push(...batch)
      if (rows.length >= ROWS) break
    }
  } catch (error) {
    if (!(isAtEnd && goesOn)) throw error
  }
  return rows.slice(0, ROWS)
}
