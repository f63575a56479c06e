import { derivedSecret } from '@/lib/env/key'
import type { NamedKey } from './sealed-text'

/** What wraps other keys: `ref` names it in every ciphertext and tells nothing about it. */
export type KeyEncryptionKey = NamedKey & { installation: Buffer }

const ID_BYTES = 6

/** The key-encryption key of an installation's key (HKDF-SHA256, RFC 5869): its own secret and its own name. */
export const keyEncryptionKey = (installation: Buffer): KeyEncryptionKey => ({
  ref: `k-${derivedSecret(installation, 'key-encryption-key/id').subarray(0, ID_BYTES).toString('hex')}`,
  key: derivedSecret(installation, 'key-encryption-key'),
  installation,
})
