import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { env, hasCode } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { newId, parseId } from '@/lib/kernel/id'
import { SHA256 } from '@/lib/model/snapshot'

const unpack = promisify(gunzip)
/** Facts are repetitive: a higher level takes several times longer for a few percent. */
const LEVEL = 3
const JUST_MS = 5 * 60_000

/** Text as it is kept: its SHA-256, and how many bytes it takes compressed. */
export type Kept = { sha256: string; bytes: number }

/**
 * One organization's snapshots, compressed under DATA_DIR/snapshots/<organization>/<aa>/ and named by the SHA-256 of the
 * text itself, so that how it was compressed does not change its name. Clearing away evidence never touches them. A file is
 * written whole under another name first.
 */
export const snapshotFiles = (organizationId: string) => {
  const root = join(env().dataDir, 'snapshots', parseId(organizationId))
  const folderOf = (sha256: string) => join(root, SHA256.parse(sha256).slice(0, 2))
  const pathOf = (sha256: string) => join(folderOf(sha256), `${sha256}.json.gz`)
  return {
    /** Keeps a text that is handed over in pieces; the same text is kept once. */
    async put(pieces: Iterable<string>): Promise<Kept> {
      const incoming = join(root, 'incoming')
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const path = join(incoming, newId())
      try {
        const sha256 = await write(pieces, path)
        await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 })
        const bytes = await settle(path)
        await rename(path, pathOf(sha256))
        return { sha256, bytes }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    },
    /** The text, whose hash was compared. Throws `internal` when it is missing or not what was kept. */
    async read(sha256: string): Promise<string> {
      const packed = await readFile(pathOf(sha256)).catch((cause: unknown) => {
        if (!hasCode(cause, 'ENOENT')) throw cause
        throw damaged(sha256, 'is missing', cause)
      })
      const content = await unpack(packed).catch((cause: unknown) => {
        throw damaged(sha256, 'cannot be unpacked', cause)
      })
      const actual = createHash('sha256').update(content).digest('hex')
      if (actual !== sha256) throw damaged(sha256, `has the hash ${actual} now`)
      return content.toString('utf8')
    },
    /** Removes a text nothing refers to, unless it was just kept: whoever keeps it refers to it a moment later. */
    async forget(sha256: string): Promise<void> {
      const kept = await stat(pathOf(sha256)).catch(() => null)
      if (kept && Date.now() - kept.mtimeMs > JUST_MS) await rm(pathOf(sha256), { force: true })
    },
  }
}

async function write(pieces: Iterable<string>, path: string): Promise<string> {
  const hash = createHash('sha256')
  function* hashed() {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece, 'utf8')
      hash.update(bytes)
      yield bytes
    }
  }
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await pipeline(Readable.from(hashed()), createGzip({ level: LEVEL }), file)
  return hash.digest('hex')
}

/** On the disk before anything refers to it. Its size in bytes. */
async function settle(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

const damaged = (sha256: string, what: string, cause?: unknown): AppError =>
  new AppError('internal', {
    detail: `The stored snapshot no longer matches the SHA-256 recorded for it (${sha256}). It was altered or removed outside Proofline and is not used.`,
    reason: `snapshot ${sha256} ${what}`,
    cause,
  })
