import { env } from '@/lib/env'
import { installationKeys, keyFileOf } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import { type KeyEncryptionKey, keyEncryptionKey } from './key-encryption-key'

/** The key that seals, and all that open. */
export type KeyRing = readonly [KeyEncryptionKey, ...KeyEncryptionKey[]]

/**
 * The keys of this installation as they are now. Nothing is remembered: opening is rare, and a key that was added or
 * forgotten meanwhile counts at once. Throws `invalid` and `unavailable`.
 */
export function keyRing(): KeyRing {
  const [first, ...rest] = installationKeys(env())
  return [keyEncryptionKey(first), ...rest.map(keyEncryptionKey)]
}

/** The key with this name. Throws `unavailable`, with what to do in the log, when it is none of this installation's. */
export function keyNamed(ref: string): KeyEncryptionKey {
  const found = keyRing().find((key) => key.ref === ref)
  if (found) return found
  const file = keyFileOf(env())
  const remedy = file
    ? `add it to ${file}`
    : 'start every process with a PROOFLINE_KEY that lists it, before anything is sealed with it'
  throw new AppError('unavailable', { reason: `the key ${ref}, which sealed this, is not known here: ${remedy}` })
}
