import { calculateJwkThumbprint } from 'jose'
import { AppError } from '@/lib/kernel/app-error'
import type { Reading } from '../read-scope'
import { currentKid, publicKeyRows, signingKeys } from '../repositories/signing-keys'
import type { Tx } from '../scope'
import { openInstallation, sealInstallation } from './seal-installation'
import { algorithmOf, freshPair, importHalf, type Jwk, type SigningPurpose, signWith, verifyWith } from './signature'

const SEAL_PURPOSE = 'signing-key'
const HOUR_MS = 3_600_000
const SKEW_MS = 300_000

/** How long a replaced key still verifies: as long as the longest token it signed, and clocks that differ. Null: for ever. */
const OVERLAP_MS: Record<SigningPurpose, number | null> = {
  'access-token': HOUR_MS + SKEW_MS,
  audit: null,
  evidence: null,
}

// A key's id is the thumbprint of its public half (RFC 7638), so what was imported under it once stays right for good.
const privateHalves = new Map<string, CryptoKey>()

/**
 * The key that signs for a purpose now, made on first use; transactions that meet there get the same one. Costs one
 * statement once this process has the key. `key` cannot be extracted. Throws `unavailable` when no key of this
 * installation opens it.
 */
export async function currentPrivateKey(tx: Tx, purpose: SigningPurpose): Promise<{ kid: string; key: CryptoKey }> {
  const kid = (await currentKid(tx, purpose)) ?? (await firstKid(tx, purpose))
  const known = privateHalves.get(kid)
  if (known) return { kid, key: known }
  const sealed = await signingKeys(tx).sealedPrivate(kid)
  if (sealed === null) throw new AppError('unavailable', { reason: `signing key ${kid.slice(0, 8)}… is gone` })
  const jwk: Jwk = JSON.parse(openInstallation(SEAL_PURPOSE, sealed))
  const key = await importHalf(purpose, jwk, 'sign')
  privateHalves.set(kid, key)
  return { kid, key }
}

/** The same as a function from bytes to their signature: ES256 as r and s, Ed25519 as 64 bytes. */
export async function currentSigner(
  tx: Tx,
  purpose: SigningPurpose,
): Promise<{ kid: string; sign(bytes: Uint8Array): Promise<Uint8Array> }> {
  const { kid, key } = await currentPrivateKey(tx, purpose)
  return { kid, sign: (bytes) => signWith(purpose, key, bytes) }
}

export type PublicSigningKey = {
  kid: string
  alg: 'ES256' | 'EdDSA'
  publicJwk: Jwk
  createdAt: Date
  /** From here on another key signs; null for the one that signs now. */
  replacedAt: Date | null
  /** From here on nothing it signed is believed; null means never. May lie ahead. */
  retiredAt: Date | null
  /** From here on nothing it ever signed is believed, and why; null for a key that is sound. */
  revokedAt: Date | null
  revokedFor: string | null
}

/** Every public key a purpose ever had, oldest first, with the dates between which it held. */
export async function publicKeys(tx: Reading, purpose: SigningPurpose): Promise<PublicSigningKey[]> {
  const rows = await publicKeyRows(tx, purpose, null)
  return rows.map((row) => ({ ...row, alg: algorithmOf(purpose) }))
}

export type Verifier = PublicSigningKey & { verify(bytes: Uint8Array, signature: Uint8Array): Promise<boolean> }

/** The public key with this id and what it says of a signature, whatever its dates; null for an unknown id or purpose. */
export async function verifier(tx: Reading, purpose: SigningPurpose, kid: string): Promise<Verifier | null> {
  const [row] = await publicKeyRows(tx, purpose, kid)
  if (!row) return null
  const key = await importHalf(purpose, row.publicJwk, 'verify')
  const verify = (bytes: Uint8Array, signature: Uint8Array) => verifyWith(purpose, key, bytes, signature)
  return { ...row, alg: algorithmOf(purpose), verify }
}

/**
 * Lets a new key sign for a purpose from now on; the ones before still verify for an overlap (access tokens) or for ever
 * (what is signed into records). Returns the new id and the ids it replaced.
 */
export async function rotateSigningKey(
  tx: Tx,
  purpose: SigningPurpose,
  now = new Date(),
): Promise<{ kid: string; replaced: string[] }> {
  await signingKeys(tx).lock(purpose)
  const kid = await addKey(tx, purpose, now)
  const overlap = OVERLAP_MS[purpose]
  const retiredAt = overlap === null ? null : new Date(now.getTime() + overlap)
  return { kid, replaced: await signingKeys(tx).replaceOthers(purpose, kid, now, retiredAt) }
}

export type RevokedKey = { kid: string; purpose: SigningPurpose; replacedBy: string | null }

/**
 * Lets nothing that a key ever signed be believed any more. One that signs now is replaced by a new one first. Throws
 * `not-found`, and `conflict` for a key that is revoked already.
 */
export async function revokeSigningKey(tx: Tx, kid: string, because: string, now = new Date()): Promise<RevokedKey> {
  const known = await signingKeys(tx).find(kid)
  if (!known) throw new AppError('not-found', { detail: `There is no signing key ${kid.slice(0, 60)}.` })
  const { purpose } = known
  await signingKeys(tx).lock(purpose)
  const current = await signingKeys(tx).find(kid)
  if (current?.revokedAt) throw new AppError('conflict', { detail: `The key ${kid} is revoked already.` })
  const replacement = current?.replacedAt === null ? await rotateSigningKey(tx, purpose, now) : null
  await signingKeys(tx).revoke(kid, because, now)
  return { kid, purpose, replacedBy: replacement?.kid ?? null }
}

async function firstKid(tx: Tx, purpose: SigningPurpose): Promise<string> {
  await signingKeys(tx).lock(purpose)
  return (await currentKid(tx, purpose)) ?? addKey(tx, purpose, new Date())
}

async function addKey(tx: Tx, purpose: SigningPurpose, now: Date): Promise<string> {
  const { publicJwk, privateJwk } = await freshPair(purpose)
  const kid = await calculateJwkThumbprint(publicJwk)
  const sealedPrivate = await sealInstallation(tx, SEAL_PURPOSE, JSON.stringify(privateJwk))
  await signingKeys(tx).add(purpose, { kid, publicJwk, sealedPrivate }, now)
  return kid
}
