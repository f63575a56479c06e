import { currentSigner } from '@/lib/db/keys/signing-key'
import { withoutTenant } from '@/lib/db/scope'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { pemOf } from '@/lib/evidence/verify-pack/key-history'
import type { PublishedKey } from '@/lib/model/signed-statement'
import { jsonText, MEDIA, type PackPiece, textPiece } from './pack-piece'
import { publishKeys } from './publish-keys'

/**
 * The public keys by which what is in a pack is verified, as they stood at an instant, and the one that will sign it,
 * which may have been made since.
 */
export async function keyPieces(asOf: string): Promise<{ kid: string; pieces: PackPiece[] }> {
  const kid = await withoutTenant(async (tx) => (await currentSigner(tx, 'evidence')).kid)
  const { format, keys: all } = await publishKeys()
  const keys = all.filter((key) => key.validFrom <= asOf || key.kid === kid).map((key) => asKnown(key, asOf))
  return {
    kid,
    pieces: [
      await textPiece(PACK_PATHS.keys, MEDIA.json, jsonText({ format, keys })),
      ...(await Promise.all(keys.map((key) => textPiece(PACK_PATHS.pem(key.kid), MEDIA.pem, `${pemOf(key.jwk)}\n`)))),
    ],
  }
}

/** What became of a key later than the instant was not known then; whoever verifies asks the published history. */
function asKnown(key: PublishedKey, asOf: string): PublishedKey {
  const { replacedAt, revokedAt } = key
  const isRevoked = revokedAt !== null && revokedAt <= asOf
  return {
    ...key,
    replacedAt: replacedAt !== null && replacedAt <= asOf ? replacedAt : null,
    revokedAt: isRevoked ? revokedAt : null,
    revokedFor: isRevoked ? key.revokedFor : null,
  }
}
