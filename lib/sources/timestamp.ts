import { randomBytes } from 'node:crypto'
import { env } from '@/lib/env'
import { timestampToken } from '@/lib/evidence/verify-pack/timestamp-token'
import { AppError } from '@/lib/kernel/app-error'
import type { Instant } from '@/lib/model/instant'
import { guardedFetch } from './outbound/guarded-fetch'

const NONCE_BYTES = 8
const LIMIT_BYTES = 262_144
const TIMEOUT_MS = 20_000
/** Version 1 and the message imprint's algorithm, SHA-256 (RFC 3161 §2.4.1, RFC 5754 §2), up to the 32 bytes of the digest. */
const HEAD = '3043020101303130' + '0d06096086480165030402010500' + '0420'
/** The nonce's head, and certReq TRUE: the token then carries the certificate it is verified with. */
const NONCE_HEAD = '0208'
const TAIL = '0101ff'

/**
 * Has a timestamp authority vouch that a SHA-256 (hexadecimal) existed now. The answer was verified: granted, over this
 * digest, with our nonce, signed by a certificate for timestamps. Null when no authority is configured
 * (PROOFLINE_TSA_URL). Throws `unavailable` when it does not answer or answers anything else, and `invalid` when its
 * address may not be reached.
 */
export async function requestTimestamp(
  sha256Hex: string,
): Promise<{ response: Uint8Array<ArrayBuffer>; at: Instant } | null> {
  const { tsaUrl } = env()
  if (tsaUrl === null) return null
  const nonce = freshNonce()
  const answer = await guardedFetch(tsaUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: Buffer.from(`${HEAD}${sha256Hex}${NONCE_HEAD}${nonce}${TAIL}`, 'hex'),
    timeoutMs: TIMEOUT_MS,
    limitBytes: LIMIT_BYTES,
  })
  if (!answer.ok) throw unusable(`it answered with status ${answer.status}`)
  const response = new Uint8Array(await answer.arrayBuffer())
  const token = await timestampToken(response, sha256Hex).catch((cause: unknown) => {
    throw unusable(cause instanceof Error ? cause.message : String(cause), cause)
  })
  if (token.nonce !== nonce) throw unusable('it answered another question than was asked')
  return { response, at: token.at }
}

const unusable = (reason: string, cause?: unknown) =>
  new AppError('unavailable', { detail: 'The timestamp authority gave no timestamp.', reason, cause })

/** Positive and of full length, so that its number has one form. */
function freshNonce(): string {
  const bytes = randomBytes(NONCE_BYTES)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}
