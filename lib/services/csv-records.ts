import { readRowBatches } from '@/lib/incidents/read-rows'
import { formatOf } from './file-format'
import type { FileReading, ReadRow, RowReader } from './record-reader'

/** A file as its beginning and all of it, the beginning included. */
export type OpenedFile = { head: Uint8Array; chunks: AsyncIterable<Uint8Array> }

/** What the records of a file are made of, batch by batch; the map and the header are judged before the first is read. */
export type RecordsOf<R> = (file: OpenedFile, dates: FileReading['dates']) => AsyncIterable<readonly ReadRow<R>[]>

/** The records of a CSV file. Throws `invalid` when it is none, or when the reader cannot read what it holds. */
export const csvRecords =
  <R>(reader: (file: FileReading) => RowReader<R>): RecordsOf<R> =>
  ({ head, chunks }, dates) => {
    const format = formatOf(head)
    const read = reader({ headers: format.headers, dates })
    return (async function* () {
      for await (const rows of readRowBatches(chunks, format)) yield rows.map(read)
    })()
  }
