import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env, hasCode } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { newId, parseId } from '@/lib/kernel/id'

const HEAD = 1024
/** Large, so that few of them wait for whatever else the process does between one and the next. */
const BLOCK = 1024 * 1024
const SHA256 = /^[0-9a-f]{64}$/

/** Bytes that arrived and are not kept yet. `head` holds the first kilobyte, `hasNul` whether any byte was zero. */
export type Received = { path: string; sha256: string; bytes: number; head: Uint8Array; hasNul: boolean }

/**
 * One organization's files, named by their SHA-256 under DATA_DIR/blobs/<organization>/<aa>/, so that the same bytes are
 * stored once and a changed file no longer has its name. A file is written whole under another name first; only the user
 * Proofline runs as may read it.
 */
export const blobStore = (organizationId: string) => {
  const root = join(env().dataDir, 'blobs', parseId(organizationId))
  const folderOf = (sha256: string) => join(root, checked(sha256).slice(0, 2))
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256)
  return {
    /** Writes a stream beside its later place while hashing it. Throws `too-large` as soon as it passes the limit. */
    async receive(content: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
      const folder = join(root, 'incoming')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, newId())
      const file = await open(path, 'wx', 0o600)
      try {
        return { path, ...(await copy(content, file, limit)) }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
    },
    async keep({ path, sha256 }: Received): Promise<void> {
      await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 })
      await rename(path, pathOf(sha256))
    },
    /** Removes what was received and not kept. */
    discard: ({ path }: Received): Promise<void> => rm(path, { force: true }),
    /** The bytes, whose hash was compared. Throws `internal` when they are missing or not what was kept. */
    async read(sha256: string): Promise<Buffer> {
      const content = await readFile(pathOf(sha256)).catch((cause: unknown) => {
        if (!hasCode(cause, 'ENOENT')) throw cause
        throw damaged(sha256, 'is missing', cause)
      })
      const actual = createHash('sha256').update(content).digest('hex')
      if (actual !== sha256) throw damaged(sha256, `has the hash ${actual} now`)
      return content
    },
    /**
     * The bytes block by block, each in place of the one before, so that memory does not grow with what is read. Throws as
     * `read` does, at the end when they do not hash to their name.
     */
    async *blocks(sha256: string): AsyncGenerator<Uint8Array> {
      const file = await open(pathOf(sha256), 'r').catch((cause: unknown) => {
        if (!hasCode(cause, 'ENOENT')) throw cause
        throw damaged(sha256, 'is missing', cause)
      })
      try {
        const hash = createHash('sha256')
        const buffer = Buffer.alloc(BLOCK)
        for (let read = await fill(file, buffer); read > 0; read = await fill(file, buffer)) {
          hash.update(buffer.subarray(0, read))
          yield buffer.subarray(0, read)
        }
        const actual = hash.digest('hex')
        if (actual !== sha256) throw damaged(sha256, `has the hash ${actual} now`)
      } finally {
        await file.close()
      }
    },
    /** The bytes as they are, once they were compared. */
    stream: (sha256: string): AsyncIterable<Uint8Array> => createReadStream(pathOf(sha256), { highWaterMark: BLOCK }),
    remove: (sha256: string): Promise<void> => rm(pathOf(sha256), { force: true }),
  }
}

/** Fills the buffer as far as the file reaches, whatever the disk gives at once: blocks are the same wherever they are read. */
async function fill(file: FileHandle, buffer: Buffer): Promise<number> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

async function copy(content: AsyncIterable<Uint8Array>, file: FileHandle, limit: number) {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let bytes = 0
  let hasNul = false
  for await (const part of content) {
    bytes += part.byteLength
    if (bytes > limit) throw new AppError('too-large', { detail: `The file is larger than ${limit} bytes.` })
    hash.update(part)
    hasNul ||= part.includes(0)
    if (head.length < HEAD) head = Buffer.concat([head, part.subarray(0, HEAD - head.length)])
    await file.writeFile(part)
  }
  await file.sync()
  return { sha256: hash.digest('hex'), bytes, head, hasNul }
}

function checked(sha256: string): string {
  if (!SHA256.test(sha256)) throw new AppError('internal', { reason: 'not a SHA-256' })
  return sha256
}

const damaged = (sha256: string, what: string, cause?: unknown): AppError =>
  new AppError('internal', {
    detail: `The stored file no longer matches the SHA-256 recorded for it (${sha256}). It was altered or removed outside Proofline and is not given out.`,
    reason: `blob ${sha256} ${what}`,
    cause,
  })
