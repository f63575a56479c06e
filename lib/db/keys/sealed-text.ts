import { AppError } from '@/lib/kernel/app-error'
import { decrypt, encrypt } from './cipher'

/** A named key: `k-` and a key-encryption key's id, or `d-` and a data key's. */
export type NamedKey = { ref: string; key: Buffer }

/** What a ciphertext is bound to besides its key; nothing of it can be exchanged without the opening failing. */
export type Binding = { purpose: string; organizationId: string | null }

const VERSION = 'v1'
const FORM = /^v1\.([kd]-[0-9a-f-]+)\.([\w-]+)$/

/** `v1.<key>.<nonce, tag and body in base64url>`: what sealed it can be read off without opening it. */
export function sealText({ ref, key }: NamedKey, binding: Binding, text: Buffer): string {
  return `${VERSION}.${ref}.${encrypt(key, boundTo(ref, binding), text).toString('base64url')}`
}

/** The name of the key that sealed a text; null for the form used before keys had names. */
export const sealedBy = (sealed: string): string | null => FORM.exec(sealed)?.[1] ?? null

/** Opens what `sealText` made with the same key and binding. Throws `unavailable` when it was altered. */
export function openText({ ref, key }: NamedKey, binding: Binding, sealed: string): Buffer {
  const body = FORM.exec(sealed)?.[2] ?? ''
  try {
    return decrypt(key, boundTo(ref, binding), Buffer.from(body, 'base64url'))
  } catch (cause) {
    throw new AppError('unavailable', { reason: `what ${ref} sealed as ${binding.purpose} was altered`, cause })
  }
}

const boundTo = (ref: string, { purpose, organizationId }: Binding): string =>
  JSON.stringify([VERSION, ref, purpose, organizationId])
