import type { DsseEnvelope } from '@/lib/model/signed-statement'

const encoder = new TextEncoder()

/**
 * What is signed for a payload: DSSE's pre-authentication encoding, `DSSEv1 SP len(type) SP type SP len(payload) SP
 * payload`, lengths in bytes as decimal (secure-systems-lab/dsse, protocol.md v1.0.2).
 */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const type = encoder.encode(payloadType)
  const head = encoder.encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `)
  const whole = new Uint8Array(head.length + payload.length)
  whole.set(head)
  whole.set(payload, head.length)
  return whole
}

/** The envelope of a payload and the signature over its encoding. */
export const envelopeOf = (payloadType: string, payload: Uint8Array, by: { kid: string; signature: Uint8Array }) =>
  ({
    payloadType,
    payload: base64(payload),
    signatures: [{ keyid: by.kid, sig: base64(by.signature) }],
  }) satisfies DsseEnvelope

/** The bytes of an envelope: what it carries, what was signed, and the signature. Throws on text that is no base64. */
export function openEnvelope({ payloadType, payload: text, signatures: [signed] }: DsseEnvelope) {
  const payload = fromBase64(text)
  return {
    payload,
    signed: preAuthEncoding(payloadType, payload),
    kid: signed.keyid,
    signature: fromBase64(signed.sig),
  }
}

const PART = 0x8000

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += PART) binary += String.fromCharCode(...bytes.subarray(at, at + PART))
  return btoa(binary)
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
