import { hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '@/lib/kernel/app-error'
import { ensureDataDir } from './data-dir'
import { decodeKey, type Env } from './parse-env'
import { readOrCreatePrivateFile } from './private-file'

const BYTES = 32

/**
 * The installation's key: PROOFLINE_KEY, or with the embedded database a key made once and kept in the data directory.
 * An external database is shared by several processes, perhaps on several machines, so a key of one machine's own
 * would quietly lock the others out: with DATABASE_URL the variable is required. Throws `invalid`.
 */
export function installationKey({ key, databaseUrl, dataDir }: Env): Buffer {
  if (key) return key
  if (databaseUrl) {
    throw new AppError('invalid', {
      detail:
        'PROOFLINE_KEY is required when DATABASE_URL is set: 32 random bytes in base64, the same for every process.',
    })
  }
  ensureDataDir(dataDir)
  const file = join(dataDir, 'key')
  const text = readOrCreatePrivateFile(file, () => `${randomBytes(BYTES).toString('base64')}\n`).trim()
  const kept = decodeKey(text)
  if (!kept)
    throw new AppError('unavailable', {
      detail: `The key file ${file} is damaged; without it nothing encrypted can be read.`,
    })
  return kept
}

/** 32 bytes for one purpose (HKDF-SHA256, RFC 5869), so that no two uses share a secret. */
export const derivedSecret = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `proofline/${purpose}`, BYTES))
