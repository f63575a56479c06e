import type { PackFile } from '@/lib/model/pack-manifest'
import type { PackArchive } from './pack-archive'
import type { PackFaults } from './pack-faults'
import { PackRefused } from './pack-refused'
import type { Hasher } from './sha256'

/** Told after each file: how many of how many bytes were compared. */
export type Progress = (done: { files: number; bytes: number; ofBytes: number }) => void

/** Unpacks each file of the manifest and compares it; one piece of one file is in memory at a time. Returns how many are good. */
export async function compareFiles(
  archive: PackArchive,
  files: readonly PackFile[],
  found: PackFaults,
  { hasher, progress }: { hasher: () => Hasher; progress: Progress },
): Promise<number> {
  const declared = new Map(archive.entries.map(({ path, size }) => [path, size]))
  const ofBytes = files.reduce((sum, file) => sum + file.bytes, 0)
  let [unaltered, bytes] = [0, 0]
  for (const [at, file] of files.entries()) {
    const size = declared.get(file.path)
    if (size === undefined) continue
    const isGood = await found.tried(() => requireUnaltered(archive, file, size, hasher()))
    if (isGood) unaltered += 1
    bytes += file.bytes
    progress({ files: at + 1, bytes, ofBytes })
  }
  return unaltered
}

async function requireUnaltered(archive: PackArchive, file: PackFile, size: number, hasher: Hasher): Promise<true> {
  const { path, bytes, sha256 } = file
  if (size > bytes)
    throw new PackRefused('inflates-too-far', path, `${path} declares ${size} bytes; it is listed with ${bytes}.`)
  for await (const piece of archive.pieces(path)) hasher.update(piece)
  if (size === bytes && hasher.digest('hex') === sha256) return true
  throw new PackRefused('changed', path, `${path} was changed: its SHA-256 is not the one that is listed.`)
}
