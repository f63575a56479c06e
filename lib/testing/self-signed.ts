import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
/** 1.2.840.10045.4.3.2, 2.5.4.3 and 2.5.29.17. */
const ECDSA_SHA256 = oid('2a8648ce3d040302')
const COMMON_NAME = oid('550403')
const ALTERNATIVE_NAMES = oid('551d11')
const VALID = sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z'))

/** A certificate for a host that only its own key vouches for (RFC 5280), valid until 2049, and that key; both as PEM. */
export function selfSigned(host: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const toBeSigned = unsigned(host, publicKey)
  const signature = sign('sha256', toBeSigned, privateKey)
  const whole = sequence(toBeSigned, sequence(ECDSA_SHA256), der(0x03, Buffer.from([0]), signature))
  const base64 = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function unsigned(host: string, publicKey: KeyObject): Buffer {
  const name = sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, host))))
  const names = sequence(ALTERNATIVE_NAMES, der(0x04, sequence(text(0x82, host))))
  return sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    sequence(ECDSA_SHA256),
    name,
    VALID,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(names)),
  )
}
