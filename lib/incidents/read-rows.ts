import { Parser } from 'csv-parse'
import { csvFault, LONGEST_RECORD } from './csv-fault'
import { type CsvFormat, isBlank, LINE_ENDINGS, type Row } from './csv-format'
import { refuseFile } from './refuse-file'
import { textGuard } from './text-guard'

const QUOTE = 0x22
/** A caller may hand over a whole file as one chunk; rows are made this many bytes at a time whatever it does. */
const PIECE_BYTES = 65_536

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES)
}

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)

/** Gives records their line numbers, drops the header and blank lines, and refuses a record of another width. */
function numbering(width: number) {
  let line = 1
  let headerSeen = false
  return {
    /** The line on which the next record starts. */
    next: () => line,
    /** The row a record is; none for the header and for a blank line. `quoted`: cells may hold line breaks. */
    rowOf: (cells: string[], quoted: boolean): Row[] => {
      const row = line
      line += 1 + (quoted ? lineBreaks(cells) : 0)
      if (isBlank(cells)) return []
      if (cells.length !== width)
        throw refuseFile({ row, field: 'row', reason: `it has ${cells.length} cells where the header has ${width}` })
      if (headerSeen) return [{ row, cells }]
      headerSeen = true
      return []
    },
  }
}

const parserOf = (delimiter: string): Parser =>
  new Parser({
    delimiter,
    bom: true,
    record_delimiter: LINE_ENDINGS,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  })

/**
 * The rows of a CSV file after its header, a batch for every 64 KiB read, so memory stays flat whatever the size of
 * the file. Blank lines are left out. Throws `invalid` with row and reason at the first place whose structure cannot
 * be read (a quote left open, a row of another width, bytes that are no UTF-8 text): rows given out before are then
 * part of a file that must not be taken. Errors of the source come out as they are.
 */
export async function* readRowBatches(chunks: AsyncIterable<Uint8Array>, format: CsvFormat): AsyncGenerator<Row[]> {
  const parser = parserOf(format.delimiter)
  const guard = textGuard()
  const lines = numbering(format.headers.length)
  let quoted = false
  const take = (): Row[] => {
    const batch: Row[] = []
    for (let cells: string[] | null = parser.read(); cells !== null; cells = parser.read()) {
      batch.push(...lines.rowOf(cells, quoted))
    }
    if (parser.errored !== null) throw parser.errored
    return batch
  }
  // Without a listener an error would end the process; it is read from `errored`, after the rows before it.
  parser.on('error', () => undefined)
  try {
    for await (const chunk of chunks)
      for (const piece of pieces(chunk)) {
        guard.check(piece)
        quoted ||= piece.includes(QUOTE)
        parser.write(piece)
        const batch = take()
        if (batch.length > 0) yield batch
      }
    guard.end()
    parser.end()
    const batch = take()
    for await (const cells of parser) batch.push(...lines.rowOf(cells, quoted))
    if (batch.length > 0) yield batch
  } catch (error) {
    const reason = csvFault(error)
    throw reason === null ? error : refuseFile({ row: lines.next(), field: 'row', reason })
  } finally {
    parser.destroy()
  }
}

/** The same rows one by one. */
export async function* readRows(chunks: AsyncIterable<Uint8Array>, format: CsvFormat): AsyncGenerator<Row> {
  for await (const batch of readRowBatches(chunks, format)) yield* batch
}
