import { AppError } from '@/lib/kernel/app-error'
import type { Reading } from '../read-scope'
import { keyRing } from './key-ring'
import { openInstallation } from './seal-installation'
import type { Jwk } from './signature'

/**
 * Whether this installation made the signing key: its private half opens with the installation's key and belongs to the
 * public one. Somebody who can write to the database alone can add a public key of theirs, but not that. Throws
 * `invalid` and `unavailable` when the installation's key itself cannot be had.
 */
export async function isOwnSigningKey(tx: Reading, kid: string): Promise<boolean> {
  keyRing()
  const [row] = await tx.$queryRaw<{ sealed: string; publicJwk: Jwk }[]>`
    SELECT sealed_private AS sealed, public_jwk AS "publicJwk" FROM signing_keys WHERE kid = ${kid}`
  if (!row) return false
  try {
    const { kty, crv, x, y }: Jwk = JSON.parse(openInstallation('signing-key', row.sealed))
    const theirs = row.publicJwk
    return kty === theirs.kty && crv === theirs.crv && x === theirs.x && y === theirs.y
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
