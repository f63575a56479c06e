import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@/lib/kernel/app-error'

type Pieces = AsyncIterable<string | Uint8Array>

/**
 * Writes pieces to a file as they are made and says how many bytes these were and their SHA-256. What fails on the way
 * leaves the file as it was: it stands under another name until it is whole. Throws invalid when it cannot be written.
 */
export async function writeOutput(
  pieces: Pieces,
  path: string,
): Promise<{ file: string; bytes: number; sha256: string }> {
  const unfinished = `${path}.part`
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece)
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(measured()), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    if (isOfFile(cause)) throw new AppError('invalid', { detail: `${path} cannot be written: ${cause.message}`, cause })
    throw cause
  }
  return { file: path, bytes, sha256: hash.digest('hex') }
}

const isOfFile = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'path' in error

/** Writes pieces to standard output, and waits while whoever reads is slower. */
export async function writeToStandardOutput(pieces: Pieces): Promise<void> {
  for await (const piece of pieces)
    await new Promise<void>((done, fail) => {
      process.stdout.write(piece, (error) => (error ? fail(error) : done()))
    })
}
