import { canonicalJson } from '@/lib/kernel/canonical-json'
import { type PublishedKey, PublishedKeys } from '@/lib/model/signed-statement'
import { PACK_PATHS } from '../pack-layout'
import type { PackArchive } from './pack-archive'
import { PackRefused } from './pack-refused'
import { sha256Of } from './sha256'

const MOST_KEYS_BYTES = 4_194_304
/** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410 §4). */
const SPKI = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]

/** A key history that somebody gave. Throws `keys-unreadable`, also for a key whose id is not its thumbprint. */
export function keyHistory(value: unknown, file: string | null = null): PublishedKeys {
  const what = file ?? 'The key history'
  const parsed = PublishedKeys.safeParse(value)
  if (!parsed.success)
    throw new PackRefused('keys-unreadable', file, `${what} is no list of Proofline’s public keys.`, parsed.error)
  const odd = parsed.data.keys.find(({ kid, jwk }) => kid !== thumbprint(jwk))
  if (odd)
    throw new PackRefused(
      'keys-unreadable',
      file,
      `${what} has a key under an id that is not its fingerprint: ${odd.kid.slice(0, 60)}.`,
    )
  return parsed.data
}

/**
 * The keys a pack carries: a good pack's are those of the history that is given, as they stood when it was built. Throws
 * `missing`, `keys-unreadable` or `keys-differ`.
 */
export async function packKeys(archive: PackArchive, given: PublishedKeys | null): Promise<PublishedKeys> {
  const file = PACK_PATHS.keys
  const own = keyHistory(parsed(await archive.read(file, MOST_KEYS_BYTES), file), file)
  for (const key of own.keys) {
    const known = given?.keys.find(({ kid }) => kid === key.kid)
    if (given && !(known && agrees(key, known))) {
      throw new PackRefused('keys-differ', file, `The pack says of the key ${key.kid} what the key history does not.`)
    }
  }
  await requirePems(archive, own)
  return own
}

/** A history grows: what was not replaced or revoked when the pack was built may be so now, but never the other way. */
const agrees = (own: PublishedKey, known: PublishedKey): boolean =>
  own.purpose === known.purpose &&
  own.validFrom === known.validFrom &&
  (own.replacedAt ?? known.replacedAt) === known.replacedAt &&
  (own.revokedAt ?? known.revokedAt) === known.revokedAt

function parsed(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new PackRefused('keys-unreadable', file, `${file} is not JSON.`, cause)
  }
}

/** Other tools read the keys as PEM files: these must be the same keys. */
async function requirePems(archive: PackArchive, { keys }: PublishedKeys): Promise<void> {
  const byFile = new Map(keys.map((key) => [PACK_PATHS.pem(key.kid), key]))
  const pems = archive.entries.filter(({ path }) => path.startsWith('keys/') && path.endsWith('.pem'))
  for (const { path } of pems) {
    const key = byFile.get(path)
    const text = key && new TextDecoder().decode(await archive.read(path, MOST_KEYS_BYTES))
    if (!key || text?.trimEnd() !== pemOf(key.jwk)) {
      throw new PackRefused('keys-differ', path, `${path} is not the key of that name in ${PACK_PATHS.keys}.`)
    }
  }
}

/** An Ed25519 public key as `openssl` reads it, without a line end after it. */
export function pemOf({ x }: PublishedKey['jwk']): string {
  const raw = atob(x.replaceAll('-', '+').replaceAll('_', '/'))
  return `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...SPKI) + raw)}\n-----END PUBLIC KEY-----`
}

/** RFC 7638: base64url of the SHA-256 over the canonical JSON of the key's required members. */
export function thumbprint({ kty, crv, x }: PublishedKey['jwk']): string {
  const hex = sha256Of(new TextEncoder().encode(canonicalJson({ crv, kty, x })))
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Whether the signature of `bytes` is by this key (Ed25519, RFC 8032). */
export async function isSignedBy(
  { jwk }: PublishedKey,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { kty, crv, x } = jwk
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify'])
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, bytes)
}
