import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** A SHA-256 that takes its bytes in pieces; what computes it may be handed in, because a server has a faster one. */
export type Hasher = { update(bytes: Uint8Array): unknown; digest(form: 'hex'): string }

/**
 * SHA-256 in pieces. Web Crypto has it in one piece only, which would hold a whole file in memory, and not at once, which
 * the chain of the audit log needs.
 */
export function sha256Hasher(): Hasher {
  const hasher = sha256.create()
  return { update: (bytes) => hasher.update(bytes), digest: () => bytesToHex(hasher.digest()) }
}

/** The hexadecimal SHA-256 of bytes that are all there. */
export const sha256Of = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))
