import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { crc32, createDeflateRaw, type DeflateRaw, deflateRaw } from 'node:zlib'

/** A file of a pack, packed already: `packed()` gives the bytes that go into the ZIP, as often as it is asked. */
export type PackContent = {
  method: 'stored' | 'deflated'
  /** Of the content itself. */
  crc32: number
  bytes: number
  sha256: string
  packedBytes: number
  packed(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Speed before size: most of a pack is read once. */
const LEVEL = 1
/** What the packer is fed with, however its source came in pieces, so that the same content gives the same bytes. */
const BLOCK = 256 * 1024
/** What is read back at once, a buffer of its own each time. */
const READ = 128 * 1024
/** What the packer gives at once of a file: as much as is read of it at once, so that a file takes few turns. */
const FILE_CHUNK = 1024 * 1024
/** Packed content up to here stays in memory. */
const IN_MEMORY = 1024 * 1024
/** Kinds that are compressed by themselves. */
const COMPRESSED =
  /^(?:image\/(?:png|jpeg|gif|webp)|video\/.*|audio\/.*|application\/(?:zip|gzip|pdf|vnd\.openxmlformats-officedocument\..*))$/

const deflate = promisify(deflateRaw)

export const isCompressed = (mediaType: string): boolean => COMPRESSED.test(mediaType)

/** A file that is held in memory as a whole, whose SHA-256 is known. */
export async function packedWhole(content: Uint8Array, mediaType: string, sha256?: string): Promise<PackContent> {
  const isStored = isCompressed(mediaType)
  const packed = isStored ? content : await deflate(content, { level: LEVEL, chunkSize: BLOCK })
  return {
    method: isStored ? 'stored' : 'deflated',
    crc32: crc32(content),
    bytes: content.byteLength,
    sha256: sha256 ?? createHash('sha256').update(content).digest('hex'),
    packedBytes: packed.byteLength,
    packed: () => [packed],
  }
}

/**
 * Text of any length, packed while it is made. What is packed waits in memory while it is short and in the file `path`
 * beyond that, so that memory does not grow with it.
 */
export const packedPieces = (pieces: AsyncIterable<string>, path: string): Promise<PackContent> =>
  packedBlocks(blocksOf(pieces), path)

/** Bytes of which each block may be written over once the next is asked for; compressed kinds are left as they are. */
export async function packedFile(
  blocks: AsyncIterable<Uint8Array>,
  { mediaType, path, stream }: { mediaType: string; path: string; stream: () => AsyncIterable<Uint8Array> },
): Promise<PackContent> {
  if (!isCompressed(mediaType)) return packedBlocks(blocks, path, FILE_CHUNK)
  const hash = createHash('sha256')
  let [crc, bytes] = [0, 0]
  for await (const block of blocks) {
    hash.update(block)
    crc = crc32(block, crc)
    bytes += block.byteLength
  }
  return { method: 'stored', crc32: crc, bytes, sha256: hash.digest('hex'), packedBytes: bytes, packed: stream }
}

async function packedBlocks(blocks: AsyncIterable<Uint8Array>, path: string, chunkSize = BLOCK): Promise<PackContent> {
  const hash = createHash('sha256')
  const packer = createDeflateRaw({ level: LEVEL, chunkSize })
  const kept = keep(packer, path)
  let [crc, bytes] = [0, 0]
  try {
    for await (const block of blocks) {
      hash.update(block)
      crc = crc32(block, crc)
      bytes += block.byteLength
      await taken(packer, block)
    }
    packer.end()
    const { packedBytes, packed } = await kept
    return { method: 'deflated', crc32: crc, bytes, sha256: hash.digest('hex'), packedBytes, packed }
  } catch (error) {
    packer.destroy()
    await kept.catch(() => {})
    throw error
  }
}

/** Until the packer has read a block, which may be written over then. */
const taken = (packer: DeflateRaw, block: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    packer.write(block, (error) => (error ? reject(error) : resolve()))
  })

async function* blocksOf(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece, 'utf8')
    waiting.push(bytes)
    length += bytes.length
    if (length < BLOCK) continue
    const whole = Buffer.concat(waiting, length)
    let at = 0
    for (; at + BLOCK <= length; at += BLOCK) yield whole.subarray(at, at + BLOCK)
    waiting = at < length ? [whole.subarray(at)] : []
    length -= at
  }
  if (length > 0) yield Buffer.concat(waiting, length)
}

/** Takes what the packer gives, into memory first and into a file once that is too much. */
async function keep(packer: AsyncIterable<Buffer>, path: string) {
  const chunks: Buffer[] = []
  let packedBytes = 0
  let file: WriteStream | null = null
  try {
    for await (const chunk of packer) {
      packedBytes += chunk.length
      if (file === null && packedBytes > IN_MEMORY) {
        file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
        for (const early of chunks.splice(0)) file.write(early)
      }
      if (file === null) chunks.push(chunk)
      else if (!file.write(chunk)) await once(file, 'drain')
    }
  } finally {
    file?.end()
  }
  if (file) await finished(file)
  return { packedBytes, packed: () => (file ? createReadStream(path, { highWaterMark: READ }) : chunks) }
}
