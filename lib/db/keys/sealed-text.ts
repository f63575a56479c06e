/** Which key opens a sealed text: `k-` and a key-encryption key's id, or `d-` and a data key's. */
export type SealedText = { keyRef: string; bytes: Buffer }

const VERSION = 'v1'
const FORM = /^v1\.([kd]-[0-9a-f-]+)\.([\w-]+)$/

/** `v1.<key>.<nonce, tag and body in base64url>`: what sealed it can be read off without opening it. */
export const toSealedText = ({ keyRef, bytes }: SealedText): string =>
  `${VERSION}.${keyRef}.${bytes.toString('base64url')}`

/** The parts of a sealed text; null for one of the form used before keys had names. */
export function fromSealedText(text: string): SealedText | null {
  const [, keyRef, body] = FORM.exec(text) ?? []
  return keyRef && body ? { keyRef, bytes: Buffer.from(body, 'base64url') } : null
}

/** What a ciphertext is bound to: nothing of it can be exchanged without the opening failing. */
export const bindingOf = (keyRef: string, purpose: string, organizationId: string | null): string =>
  JSON.stringify([VERSION, keyRef, purpose, organizationId])
