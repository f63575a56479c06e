import { hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '@/lib/kernel/app-error'
import { ensureDataDir } from './data-dir'
import { decodeKeys, type Env } from './parse-env'
import { readIfPresent, readOrCreatePrivateFile, writePrivateFile } from './private-file'

const BYTES = 32

/** The installation's keys: the first seals, all of them open, the last is the oldest. */
export type InstallationKeys = readonly [Buffer, ...Buffer[]]

/**
 * Where this installation's keys are kept: the file that was named, or with the embedded database one in the data
 * directory; null when PROOFLINE_KEY lists them. An external database is shared by several processes, perhaps on several
 * machines, so keys of one machine's own would quietly lock the others out: there they have to be given. Throws `invalid`.
 */
export function keyFileOf({ keys, keyFile, databaseUrl, dataDir }: Env): string | null {
  if (keys.length > 0) return null
  if (keyFile) return keyFile
  if (!databaseUrl) return ownKeyFile(dataDir)
  throw new AppError('invalid', {
    detail:
      'PROOFLINE_KEY is required when DATABASE_URL is set: 32 random bytes in base64, the same for every process.',
  })
}

/** The file that Proofline makes and changes itself. */
export const ownKeyFile = (dataDir: string): string => join(dataDir, 'key')

/**
 * The installation's keys as they are now: a file is read anew each time, so that a process that is running meets keys
 * added meanwhile. The data directory's own is made when it is missing, unless it was named. Throws `invalid` and `unavailable`.
 */
export function installationKeys(settings: Env): InstallationKeys {
  const [first, ...rest] = settings.keys
  if (first) return [first, ...rest]
  const file = keyFileOf(settings) ?? ''
  const text = settings.keyFile ? readIfPresent(file) : ownText(settings.dataDir)
  const kept = decodeKeys(text ?? '')
  if (kept) return kept
  throw new AppError('unavailable', {
    detail: `The key file ${file} is ${text === null ? 'missing' : 'damaged'}; without it nothing encrypted can be read.`,
  })
}

function ownText(dataDir: string): string {
  ensureDataDir(dataDir)
  return readOrCreatePrivateFile(ownKeyFile(dataDir), () => toText([randomBytes(BYTES)]))
}

/** Writes the keys to a file, whole or not at all, readable for this user alone. */
export const writeKeys = (file: string, keys: InstallationKeys): void => writePrivateFile(file, toText(keys))

export const freshKey = (): Buffer => randomBytes(BYTES)

const toText = (keys: InstallationKeys): string => keys.map((key) => `${key.toString('base64')}\n`).join('')

/**
 * What a process is told so that it uses the same keys as this one: their file, which it reads again when keys were
 * added, or the list. The variable that is not used is emptied.
 */
export function keySettings(settings: Env): { PROOFLINE_KEY: string; PROOFLINE_KEY_FILE: string } {
  const file = keyFileOf(settings)
  const listed = settings.keys.map((key) => key.toString('base64')).join(',')
  return file === null
    ? { PROOFLINE_KEY: listed, PROOFLINE_KEY_FILE: '' }
    : { PROOFLINE_KEY: '', PROOFLINE_KEY_FILE: file }
}

const holder: { prooflineOldestKeys?: Map<string, Buffer> } = globalThis as {
  prooflineOldestKeys?: Map<string, Buffer>
}

/**
 * The key from which sessions' and roles' secrets are derived: the oldest, so that adding one changes none of them. They
 * change when it is forgotten, and then at the next start: as long as this process lives it keeps to what it began with.
 */
export function oldestKey(settings: Env): Buffer {
  const file = keyFileOf(settings)
  holder.prooflineOldestKeys ??= new Map()
  const known = file === null ? undefined : holder.prooflineOldestKeys.get(file)
  if (known) return known
  const keys = installationKeys(settings)
  const oldest = keys.at(-1) ?? keys[0]
  if (file !== null) holder.prooflineOldestKeys.set(file, oldest)
  return oldest
}

/** 32 bytes for one purpose (HKDF-SHA256, RFC 5869), so that no two uses share a secret. */
export const derivedSecret = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `proofline/${purpose}`, BYTES))
