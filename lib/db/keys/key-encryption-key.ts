import { derivedSecret } from '@/lib/env/key'

/** What wraps other keys: `id` names it in every ciphertext and tells nothing about it. */
export type KeyEncryptionKey = { id: string; key: Buffer; installation: Buffer }

const ID_BYTES = 6

/** The key-encryption key of an installation's key (HKDF-SHA256, RFC 5869): its own secret and its own name. */
export const keyEncryptionKey = (installation: Buffer): KeyEncryptionKey => ({
  id: derivedSecret(installation, 'key-encryption-key/id').subarray(0, ID_BYTES).toString('hex'),
  key: derivedSecret(installation, 'key-encryption-key'),
  installation,
})
