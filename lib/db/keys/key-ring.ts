import { env } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { type KeyEncryptionKey, keyEncryptionKey } from './key-encryption-key'

/** The keys of this installation, the one that seals first; all of them open. Throws `unavailable` without any. */
export function keyRing(): readonly [KeyEncryptionKey, ...KeyEncryptionKey[]] {
  const { key } = env()
  if (!key) throw new AppError('unavailable', { reason: 'PROOFLINE_KEY is not set' })
  return [keyEncryptionKey(key)]
}
