import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { hasCode } from './error-code'

/** Writes a file only this user may read, and writes it whole or not at all. */
export function writePrivateFile(path: string, text: string): void {
  renameSync(sketch(path, text), path)
}

/** The file's text; when there is none, writes what `make` gives first. Two processes at once get the same text. */
export function readOrCreatePrivateFile(path: string, make: () => string): string {
  const existing = readIfPresent(path)
  if (existing !== null) return existing
  const draft = sketch(path, make())
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(path, 'utf8')
}

/** The file's text, or null when there is no such file. */
export function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function sketch(path: string, text: string): string {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    keepWithFolder(file, path)
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return draft
}

/** Root may run a command once in somebody's data directory; the files it leaves there must stay theirs. */
function keepWithFolder(file: number, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  fchownSync(file, uid, gid)
}
