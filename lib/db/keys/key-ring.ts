import { env } from '@/lib/env'
import { installationKeys } from '@/lib/env/key'
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
