import { PackRefused } from './pack-refused'
import { type ZipEntry, zipDirectory } from './zip-directory'
import { entryPieces } from './zip-entry'

export type PackArchive = {
  /** In the order in which they lie in the file; sizes as declared. */
  entries: readonly { path: string; size: number; packed: number }[]
  /** The whole of a file, unpacked. Throws `missing`, `too-large` beyond `atMost` bytes, or as `pieces`. */
  read(path: string, atMost?: number): Promise<Uint8Array<ArrayBuffer>>
  /** A file in pieces, never more than it declares. Throws PackRefused when it is not as its headers say. */
  pieces(path: string): AsyncIterable<Uint8Array<ArrayBuffer>>
}

const MOST_READ_BYTES = 268_435_456

/**
 * Opens a pack without unpacking it: reads the directory at its end. Works in a browser (a dropped file) and on a server
 * (`fs.openAsBlob`). Says nothing of who made it: see verifyPack. Throws PackRefused (`invalid`), naming file and reason,
 * for whatever is no ZIP or could be understood in two ways.
 */
export async function openArchive(blob: Blob): Promise<PackArchive> {
  const entries = await zipDirectory(blob)
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const entryOf = (path: string): ZipEntry => {
    const entry = byPath.get(path)
    if (!entry) throw new PackRefused('missing', path, `${path} is missing.`)
    return entry
  }
  return {
    entries,
    read: async (path, atMost = MOST_READ_BYTES) => whole(blob, entryOf(path), atMost),
    pieces: (path) => entryPieces(blob, entryOf(path)),
  }
}

async function whole(blob: Blob, entry: ZipEntry, atMost: number): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > atMost) {
    throw new PackRefused('too-large', entry.path, `${entry.path} declares ${entry.size} bytes; ${atMost} is the most.`)
  }
  const bytes = new Uint8Array(entry.size)
  let at = 0
  for await (const piece of entryPieces(blob, entry)) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
