import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secretFor } from './secret'

const IV = 12
const TAG = 16

/** Encrypts text for storage (AES-256-GCM); `purpose` binds the key and the ciphertext to one use. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', secretFor(purpose), iv)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Decrypts what `seal` made for the same purpose; throws when it was altered or sealed with another key. */
export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', secretFor(purpose), bytes.subarray(0, IV))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8')
}
