import {
  Certificate,
  CertificateChainValidationEngine,
  type ExtKeyUsage,
  id_eContentType_TSTInfo,
  SignedData,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import type { PackTimestamp } from '@/lib/model/pack-verification'
import { TIMESTAMP_FILE } from '../pack-layout'
import { PackRefused } from './pack-refused'

const GRANTED = 0
const SHA_256 = '2.16.840.1.101.3.4.2.1'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const FOR_TIMESTAMPS = '1.3.6.1.5.5.7.3.8'
const CONTENT_DATA = '1.2.840.113549.1.7.1'
const COMMON_NAME = '2.5.4.3'

/** What a good response says; `nonce` in hexadecimal, null when it carries none. */
export type TimestampToken = PackTimestamp & { nonce: string | null }

const wrong = (why: string, cause?: unknown) =>
  new PackRefused('timestamp-wrong', TIMESTAMP_FILE, `The timestamp ${why}.`, cause)

/**
 * Reads an RFC 3161 response over a SHA-256: it was granted, is over this digest, and is signed by a certificate in it
 * that is for timestamps and was valid then. `trusted` is whether that certificate leads to one of `authorities` (DER);
 * without any it is false, since everybody can make a certificate. Throws `timestamp-wrong`.
 */
export async function timestampToken(
  response: Uint8Array<ArrayBuffer>,
  sha256: string,
  authorities: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<TimestampToken> {
  const { signed, info } = opened(response)
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA_256) throw wrong('is not over a SHA-256')
  if (hex(info.messageImprint.hashedMessage.valueBlock.valueHexView) !== sha256) throw wrong('is over something else')
  const certificate = await signerOf(signed, info.genTime)
  const isTrusted = authorities.length > 0
  if (isTrusted) await requireChain(signed, certificate, info.genTime, authorities)
  return {
    at: info.genTime.toISOString(),
    authority: nameOf(certificate),
    trusted: isTrusted,
    nonce: info.nonce ? hex(info.nonce.valueBlock.valueHexView) : null,
  }
}

/** Whether a DER structure ends where its bytes do: what follows would be covered by nothing. */
function isWhole(der: Uint8Array): boolean {
  const first = der[1] ?? 0
  const long = first > 0x80 ? first - 0x80 : 0
  const length = long === 0 ? first : der.subarray(2, 2 + long).reduce((sum, byte) => sum * 256 + byte, 0)
  return der[0] === 0x30 && der.length === 2 + long + length
}

function opened(response: Uint8Array<ArrayBuffer>): { signed: SignedData; info: TSTInfo } {
  if (!isWhole(response)) throw wrong('is cut off or has something behind it')
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(response)
    if (status.status !== GRANTED || !timeStampToken) throw wrong('was not granted')
    const signed = new SignedData({ schema: timeStampToken.content })
    const { eContentType, eContent } = signed.encapContentInfo
    if (eContentType !== id_eContentType_TSTInfo || !eContent) throw wrong('holds no time')
    return { signed, info: TSTInfo.fromBER(eContent.getValue()) }
  } catch (cause) {
    if (cause instanceof PackRefused) throw cause
    throw wrong('cannot be read', cause)
  }
}

/** The certificate whose key signed the token. */
async function signerOf(signed: SignedData, at: Date): Promise<Certificate> {
  if (signed.signerInfos.length !== 1 || !signed.signerInfos[0]?.signedAttrs) throw wrong('is not signed once')
  // What it is over was compared already; as plain data the library verifies the signature without the file itself.
  signed.encapContentInfo.eContentType = CONTENT_DATA
  const { signatureVerified, signerCertificate } = await signed
    .verify({ signer: 0, checkDate: at, extendedMode: true })
    .catch((cause: unknown) => {
      throw wrong('does not carry a good signature', cause)
    })
  if (!signatureVerified || !signerCertificate) throw wrong('does not carry a good signature')
  const usage = signerCertificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  const uses = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? []
  if (!uses.includes(FOR_TIMESTAMPS)) throw wrong('is signed by a certificate that is not for timestamps')
  if (at < signerCertificate.notBefore.value || at > signerCertificate.notAfter.value) {
    throw wrong('is signed by a certificate that was not valid then')
  }
  return signerCertificate
}

async function requireChain(
  signed: SignedData,
  certificate: Certificate,
  at: Date,
  authorities: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const others = (signed.certificates ?? []).filter((one): one is Certificate => one instanceof Certificate)
  const chain = new CertificateChainValidationEngine({
    trustedCerts: authorities.map((der) => Certificate.fromBER(der)),
    certs: [...others.filter((one) => one !== certificate), certificate],
    checkDate: at,
  })
  const { result } = await chain.verify()
  if (!result) throw wrong(`is signed by ${nameOf(certificate)}, which does not lead to the authority that was given`)
}

/** The common name of who signed, or its whole name. */
function nameOf({ subject }: Certificate): string {
  const parts = subject.typesAndValues.map(({ type, value }) => ({ type, text: String(value.valueBlock.value) }))
  return (parts.find(({ type }) => type === COMMON_NAME)?.text ?? parts.map(({ text }) => text).join(', ')).slice(
    0,
    200,
  )
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
