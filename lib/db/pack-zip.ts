import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { configure, ZipWriter } from '@zip.js/zip.js'
import type { PackContent } from './pack-content'

configure({ useWebWorkers: false, chunkSize: 128 * 1024 })

/** 1 January 1980, 00:00, as ZIP writes it: a pack holds no clock but the instant it is told as of. */
const NO_DATE = 0x00210000
const METHODS = { stored: 0, deflated: 8 } as const
const BUFFER = 256 * 1024

const FIXED = {
  extendedTimestamp: false,
  rawLastModDate: NO_DATE,
  lastModDate: new Date(0),
  versionMadeBy: 20,
  externalFileAttributes: 0,
  level: 1,
} as const

/** A ZIP file being written from its beginning to its end. */
export type PackZip = {
  add(path: string, content: PackContent): Promise<void>
  /** Ends it, on the disk. */
  close(): Promise<{ bytes: number; sha256: string }>
  /** Lets go of the file as it stands. */
  abandon(): Promise<void>
}

/**
 * Writes a ZIP of contents that are packed already. Nothing in it depends on when or where it was written: the same
 * contents in the same order give the same bytes. Its SHA-256 is taken on the way. Refuses a path that is there.
 */
export async function packZip(path: string): Promise<PackZip> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  // One buffer for all of it: what is allocated for every chunk piles up faster than it is collected.
  const buffer = Buffer.alloc(BUFFER)
  let [written, held] = [0, 0]
  const flush = async () => {
    const whole = buffer.subarray(0, held)
    hash.update(whole)
    await file.writeFile(whole)
    written += held
    held = 0
  }
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + BUFFER - held)
        buffer.set(part, held)
        held += part.length
        at += part.length
        if (held === BUFFER) await flush()
      }
    },
  })
  const writer = new ZipWriter(sink, { keepOrder: true, useWebWorkers: false })
  return {
    async add(name, content) {
      const readable = Readable.toWeb(Readable.from(content.packed(), { objectMode: false }))
      await writer.add(
        name,
        { readable: readable as ReadableStream<Uint8Array>, size: content.packedBytes },
        {
          ...FIXED,
          passThrough: true,
          compressionMethod: METHODS[content.method],
          uncompressedSize: content.bytes,
          crc32: content.crc32,
        },
      )
    },
    async close() {
      await writer.close()
      await flush()
      await file.sync()
      await file.close()
      return { bytes: written, sha256: hash.digest('hex') }
    },
    abandon: () => file.close().catch(() => {}),
  }
}
