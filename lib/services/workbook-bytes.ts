import { configure, ZipWriter } from '@zip.js/zip.js'
import type { WorkbookPart } from '@/lib/evidence/workbook/package-parts'

configure({ useWebWorkers: false })

/** 1 January 1980, 00:00, as ZIP writes it: a workbook holds no clock but the instant it is told as of. */
const FIXED = {
  extendedTimestamp: false,
  rawLastModDate: 0x00210000,
  lastModDate: new Date(0),
  versionMadeBy: 20,
  externalFileAttributes: 0,
} as const

/**
 * The bytes of a workbook while its parts are made: as much is read as is asked for, and the same parts give the same bytes.
 * A part that fails, fails the bytes; nobody then takes half a file for a whole one.
 */
export async function* workbookBytes(parts: AsyncIterable<WorkbookPart>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const stop = new AbortController()
  const written = write(parts, writable, stop.signal)
  written.catch((error) => writable.abort(error).catch(() => {}))
  const reader = readable.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    await written
  } finally {
    stop.abort()
    await reader.cancel().catch(() => {})
  }
}

async function write(
  parts: AsyncIterable<WorkbookPart>,
  writable: WritableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const zip = new ZipWriter(writable, { keepOrder: true, useWebWorkers: false, signal })
  for await (const { name, pieces } of parts) await zip.add(name, streamOf(pieces), FIXED)
  await zip.close()
}

function streamOf(pieces: WorkbookPart['pieces']): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
