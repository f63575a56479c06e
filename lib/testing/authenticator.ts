import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { env } from '@/lib/env'
import type { AssertionResponse, CeremonyOptions, RegistrationResponse } from '@/lib/model/passkey-response'

/** In what an answer differs from an honest one. */
export type Deviation = {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  /** Whether the person was verified (by finger, face or PIN). */
  verified?: boolean
  counter?: number
  userHandle?: string | null
  /** Signs something else. */
  forged?: boolean
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HOLDS_KEY = 0x40
const AAGUID = Buffer.alloc(16)

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()
const text64 = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url')

/**
 * A software authenticator with one ES256 passkey, which makes real attestation and assertion objects (WebAuthn Level 3
 * §6.1, §6.5). It counts its signatures unless `counts` is false.
 */
export function authenticator({ counts = true }: { counts?: boolean } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE_Key: kty EC2, alg ES256, crv P-256 (RFC 9053 §7.1.1).
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
  const credentialId = randomBytes(32)
  const id = text64(credentialId)
  let owner: string | null = null
  let counter = 0

  const authenticatorData = (deviation: Deviation, rpId: string, keyData: Uint8Array): Buffer => {
    const flags = PRESENT | (deviation.verified === false ? 0 : VERIFIED) | (keyData.length > 0 ? HOLDS_KEY : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(deviation.counter ?? counter)
    return Buffer.concat([sha256(deviation.rpId ?? rpId), Buffer.from([flags]), count, keyData])
  }

  return {
    id,
    /** Makes the passkey as `navigator.credentials.create` would. */
    create(options: CeremonyOptions, deviation: Deviation = {}): RegistrationResponse {
      const { rp, user, challenge } = options as { rp: { id: string }; user: { id: string }; challenge: string }
      owner = user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const authData = authenticatorData(deviation, rp.id, Buffer.concat([AAGUID, length, credentialId, coseKey]))
      const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ])
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, deviation),
        attestationObject: text64(isoCBOR.encode(attestation)),
        transports: ['internal'],
      }
      return { id, rawId: id, type: 'public-key', response }
    },
    /** Signs as `navigator.credentials.get` would. */
    sign(options: CeremonyOptions, deviation: Deviation = {}): AssertionResponse {
      const { rpId, challenge } = options as { rpId: string; challenge: string }
      counter += counts ? 1 : 0
      const data = authenticatorData(deviation, rpId, new Uint8Array())
      const clientDataJSON = clientData('webauthn.get', challenge, deviation)
      const signed = Buffer.concat([data, sha256(deviation.forged ? 'else' : Buffer.from(clientDataJSON, 'base64url'))])
      const response = {
        clientDataJSON,
        authenticatorData: text64(data),
        signature: text64(sign('sha256', signed, privateKey)),
        userHandle: deviation.userHandle === undefined ? owner : deviation.userHandle,
      }
      return { id, rawId: id, type: 'public-key', response }
    },
  }
}

const clientData = (type: string, challenge: string, deviation: Deviation): string =>
  text64(
    JSON.stringify({
      type: deviation.type ?? type,
      challenge: deviation.challenge ?? challenge,
      origin: deviation.origin ?? env().url,
      crossOrigin: false,
    }),
  )
