import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { newId, parseId } from '@/lib/kernel/id'

const BLOCK = 256 * 1024

/** Where one build keeps what is not finished: its ZIP, and a folder for what is made before it can be put in. */
export type PackWorkplace = { part: string; spool: () => string }

/**
 * One organization's packs, as DATA_DIR/packs/<organization>/<id>.zip. A pack is written whole under another name first;
 * only the user Proofline runs as may read it.
 */
export const packFiles = (organizationId: string) => {
  const root = join(env().dataDir, 'packs', parseId(organizationId))
  const pathOf = (id: string) => join(root, `${parseId(id)}.zip`)
  const partOf = (id: string) => `${pathOf(id)}.part`
  const folderOf = (id: string) => join(root, `${parseId(id)}.work`)
  /** Removes what a build of the pack left behind. Whoever still writes there writes into nothing. */
  const clear = async (id: string): Promise<void> => {
    await rm(partOf(id), { force: true })
    await rm(folderOf(id), { force: true, recursive: true })
  }
  return {
    pathOf,
    clear,
    async begin(id: string): Promise<PackWorkplace> {
      await clear(id)
      const folder = folderOf(id)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return { part: partOf(id), spool: () => join(folder, newId()) }
    },
    /** The finished file takes its name. */
    settle: (id: string): Promise<void> => rename(partOf(id), pathOf(id)),
    /** A finished file as a stream, with its length. Throws `not-found` when it is not there any more. */
    async read(id: string): Promise<{ bytes: number; content: AsyncIterable<Uint8Array> }> {
      const path = pathOf(id)
      const found = await stat(path).catch(() => null)
      if (!found) throw new AppError('not-found', { detail: 'The file of this pack is not there any more.' })
      return { bytes: found.size, content: createReadStream(path, { highWaterMark: BLOCK }) }
    },
    /** Whether a finished file is there and is what was recorded of it. */
    async isSound(id: string, sha256: string): Promise<boolean> {
      const file = await open(pathOf(id), 'r').catch(() => null)
      if (!file) return false
      try {
        return (await digestOf(file)) === sha256
      } finally {
        await file.close()
      }
    },
    remove: (id: string): Promise<void> => rm(pathOf(id), { force: true }),
    /** Packs that have a finished file here. */
    async kept(): Promise<string[]> {
      const names = await readdir(root).catch(() => [])
      return names.flatMap((name) => /^([0-9a-f-]{36})\.zip$/.exec(name)?.[1] ?? [])
    },
  }
}

/** Through one buffer that is used again: a stream's own would pile up faster than they are collected. */
async function digestOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(BLOCK)
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, BLOCK)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, bytesRead))
  }
}
