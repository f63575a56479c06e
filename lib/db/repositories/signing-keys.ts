import type { Prisma, SigningKey } from '../generated/client'
import type { Tx } from '../scope'

type NewKey = { kid: string; publicJwk: object; sealedPrivate: string }

/** Keys are not a tenant's; only their public half ever leaves the server. */
export const signingKeys = (tx: Tx) => ({
  current: (): Promise<SigningKey | null> =>
    tx.signingKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: 'desc' } }),
  get: (kid: string): Promise<SigningKey | null> => tx.signingKey.findFirst({ where: { kid, retiredAt: null } }),
  add: ({ kid, publicJwk, sealedPrivate }: NewKey): Promise<SigningKey> =>
    tx.signingKey.create({
      data: { kid, publicJwk: publicJwk as Prisma.InputJsonObject, sealedPrivate, createdAt: new Date() },
    }),
})
