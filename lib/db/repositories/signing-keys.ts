import type { Prisma } from '../generated/client'
import type { Jwk, SigningPurpose } from '../keys/signature'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

export type NewSigningKey = { kid: string; publicJwk: Jwk; sealedPrivate: string }

/** A public half and when it held: from `createdAt` it may sign, from `replacedAt` it no longer does. */
export type PublicKeyRow = {
  kid: string
  publicJwk: Jwk
  createdAt: Date
  replacedAt: Date | null
  /** From here on nothing it signed is believed; null means never. May lie ahead. */
  retiredAt: Date | null
  /** From here on nothing it ever signed is believed, and why; null for a key that is sound. */
  revokedAt: Date | null
  revokedFor: string | null
}

/** The public half of a key that still verifies for this purpose; null for any other. */
export async function livePublicKey(tx: Reading, purpose: SigningPurpose, kid: string): Promise<Jwk | null> {
  const [row] = await tx.$queryRaw<{ publicJwk: Jwk }[]>`
    SELECT public_jwk AS "publicJwk" FROM signing_keys
    WHERE kid = ${kid} AND purpose = ${purpose} AND (retired_at IS NULL OR retired_at > now())`
  return row?.publicJwk ?? null
}

/** The id of the key that signs for this purpose now; null while there is none. */
export async function currentKid(tx: Reading, purpose: SigningPurpose): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ kid: string }[]>`
    SELECT kid FROM signing_keys WHERE purpose = ${purpose} AND replaced_at IS NULL AND retired_at IS NULL
    ORDER BY created_at DESC, kid LIMIT 1`
  return row?.kid ?? null
}

/** One key's public half whatever its dates, or all of a purpose, oldest first. */
export const publicKeyRows = (tx: Reading, purpose: SigningPurpose, kid: string | null): Promise<PublicKeyRow[]> =>
  tx.$queryRaw<PublicKeyRow[]>`
    SELECT kid, public_jwk AS "publicJwk", created_at AS "createdAt", replaced_at AS "replacedAt",
      retired_at AS "retiredAt", revoked_at AS "revokedAt", revoked_for AS "revokedFor"
    FROM signing_keys WHERE purpose = ${purpose} AND (${kid}::text IS NULL OR kid = ${kid}) ORDER BY created_at, kid`

/** Keys are not a tenant's; only their public half ever leaves the server. */
export const signingKeys = (tx: Tx) => ({
  /** Lets one transaction at a time make keys of a purpose; the others then see what it made. */
  async lock(purpose: SigningPurpose): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`proofline signing key ${purpose}`}))`
  },
  async sealedPrivate(kid: string): Promise<string | null> {
    const row = await tx.signingKey.findUnique({ where: { kid }, select: { sealedPrivate: true } })
    return row?.sealedPrivate ?? null
  },
  async add(purpose: SigningPurpose, { kid, publicJwk, sealedPrivate }: NewSigningKey, now: Date): Promise<void> {
    await tx.signingKey.create({
      data: { kid, purpose, publicJwk: publicJwk as Prisma.InputJsonObject, sealedPrivate, createdAt: now },
    })
  },
  /** Every other key of the purpose stops signing; `retiredAt` null lets what they signed be believed for ever. */
  async replaceOthers(purpose: SigningPurpose, kid: string, now: Date, retiredAt: Date | null): Promise<string[]> {
    const rows = await tx.signingKey.updateManyAndReturn({
      where: { purpose, kid: { not: kid }, replacedAt: null, retiredAt: null },
      data: { replacedAt: now, retiredAt },
      select: { kid: true },
    })
    return rows.map((row) => row.kid)
  },
  /** What a key is for and since when it is not believed; null when there is none of this id. */
  async find(
    kid: string,
  ): Promise<{ purpose: SigningPurpose; replacedAt: Date | null; revokedAt: Date | null } | null> {
    const row = await tx.signingKey.findUnique({
      where: { kid },
      select: { purpose: true, replacedAt: true, revokedAt: true },
    })
    return row && { ...row, purpose: row.purpose as SigningPurpose }
  },
  async revoke(kid: string, because: string, now: Date): Promise<void> {
    await tx.signingKey.update({ where: { kid }, data: { revokedAt: now, revokedFor: because, retiredAt: now } })
  },
})
