import { env } from '@/lib/env'

/**
 * For whom passkeys are made: the host name people type, which is what binds a passkey to this place and makes it
 * useless to a look-alike (WebAuthn Level 3 §5.1.3, §13.4.9), and the one origin from which it may be used.
 */
export function relyingParty(): { id: string; name: string; origin: string } {
  const { hostname, origin } = new URL(env().url)
  return { id: hostname, name: 'Proofline', origin }
}

/** COSE numbers of ES256, EdDSA and RS256, the one we would rather have first (RFC 9053, RFC 8812). */
export const PASSKEY_ALGORITHMS = [-7, -8, -257]

/** How long somebody may take to answer. */
export const CEREMONY_MS = 5 * 60_000

/**
 * What a passkey proves, in the words of RFC 8176: possession of a key, presence, and with user verification two
 * factors. No `hwk`: without attestation nobody vouches for where the key is kept.
 */
export const PASSKEY_AMR = ['pop', 'user', 'mfa'] as const

/** How an authenticator knows a person: no more than their id, so that it gives away nobody's address (§14.6.1). */
export const userHandleOf = (userId: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(userId)
