import type { PackSigner, SignerStanding } from '@/lib/model/pack-verification'
import type { PublishedKey, PublishedKeys } from '@/lib/model/signed-statement'
import { ENVELOPE_FILE } from '../pack-layout'
import { isSignedBy } from './key-history'
import type { SignedPack } from './pack-envelope'
import { PackRefused } from './pack-refused'

/** The key of a list that a pack names, or null. */
export const namedKey = (kid: string, { keys }: PublishedKeys): PublishedKey | null =>
  keys.find((key) => key.kid === kid) ?? null

/** Throws `signature-wrong` when what was signed does not carry a good signature by this key. */
export async function requireSignature({ kid, signed, signature }: SignedPack, key: PublishedKey): Promise<void> {
  if (await isSignedBy(key, signed, signature)) return
  throw new PackRefused('signature-wrong', ENVELOPE_FILE, `The signature is not by the key it names, ${kid}.`)
}

/** What is known of the key a pack names, held against the history `keys`; `isGiven` false: the pack's own. */
export function signerOf(kid: string, key: PublishedKey | null, isGiven: boolean): PackSigner {
  const { validFrom = null, replacedAt = null, revokedAt = null, revokedFor = null } = key ?? {}
  return { kid, standing: standingOf(key, isGiven), validFrom, replacedAt, revokedAt, revokedFor }
}

function standingOf(key: PublishedKey | null, isGiven: boolean): SignerStanding {
  if (!key) return 'unknown'
  if (key.revokedAt !== null) return 'revoked'
  if (!isGiven) return 'unconfirmed'
  return key.replacedAt === null ? 'signs-now' : 'replaced'
}

/**
 * Throws unless the key may have signed a pack that speaks of `asOf`: `key-unknown`, `key-purpose-wrong`, `key-revoked`
 * or `key-replaced` (it no longer signed at that instant).
 */
export function requireStanding(kid: string, key: PublishedKey | null, asOf: string, isGiven: boolean): PublishedKey {
  const refuse = (reason: PackRefused['fault']['reason'], why: string) => new PackRefused(reason, ENVELOPE_FILE, why)
  if (!key) {
    throw refuse(
      'key-unknown',
      `The pack is signed by the key ${kid.slice(0, 60)}, which is not in ${isGiven ? 'the key history' : 'the pack'}.`,
    )
  }
  if (key.purpose !== 'evidence') throw refuse('key-purpose-wrong', `The key ${kid} signs the audit log, not packs.`)
  if (key.revokedAt !== null) {
    throw refuse(
      'key-revoked',
      `The key ${kid} was revoked on ${key.revokedAt}${key.revokedFor ? `, because: ${key.revokedFor}` : ''}. Nothing it signed is believed.`,
    )
  }
  if (key.replacedAt !== null && Date.parse(asOf) > Date.parse(key.replacedAt)) {
    throw refuse('key-replaced', `The key ${kid} was replaced on ${key.replacedAt}; the pack says it is as of ${asOf}.`)
  }
  return key
}
