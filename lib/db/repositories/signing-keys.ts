import type { Prisma, SigningKey } from '../generated/client'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

type NewKey = { kid: string; publicJwk: object; sealedPrivate: string }

/** The public half of a key that is not retired; null for any other. */
export async function livePublicKey(tx: Reading, kid: string): Promise<object | null> {
  const [row] = await tx.$queryRaw<{ publicJwk: object }[]>`
    SELECT public_jwk AS "publicJwk" FROM signing_keys WHERE kid = ${kid} AND retired_at IS NULL`
  return row?.publicJwk ?? null
}

/** Keys are not a tenant's; only their public half ever leaves the server. */
export const signingKeys = (tx: Tx) => ({
  current: (): Promise<SigningKey | null> =>
    tx.signingKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: 'desc' } }),
  add: ({ kid, publicJwk, sealedPrivate }: NewKey): Promise<SigningKey> =>
    tx.signingKey.create({
      data: { kid, publicJwk: publicJwk as Prisma.InputJsonObject, sealedPrivate, createdAt: new Date() },
    }),
})
