import { AppError } from '@/lib/kernel/app-error'
import type { Passkey } from '@/lib/model/passkey'
import type { Passkey as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { isUniqueViolation } from '../unique-violation'

/** A passkey as its signatures are checked. */
export type StoredPasskey = {
  id: string
  userId: string
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
  name: string
}

export type NewPasskey = Omit<StoredPasskey, 'counter'> & {
  counter: number
  deviceType: string
  backedUp: boolean
  aaguid: string
}

/** What an authenticator says of a passkey each time it signs. */
export type PasskeyUse = { counter: number; deviceType: string; backedUp: boolean; at: Date }

const toPasskey = (row: Row): Passkey => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  deviceBound: row.deviceType === 'singleDevice',
  backedUp: row.backedUp,
  counter: row.counter > 0n ? Number(row.counter) : null,
})

const toStored = ({ counter, publicKey, ...row }: Row): StoredPasskey => ({
  ...row,
  counter: Number(counter),
  publicKey: Uint8Array.from(publicKey),
})

export const passkeys = (tx: Tx) => ({
  /** A person's, oldest first. */
  async of(userId: string): Promise<Passkey[]> {
    return (await tx.passkey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(toPasskey)
  },
  async storedOf(userId: string): Promise<StoredPasskey[]> {
    return (await tx.passkey.findMany({ where: { userId } })).map(toStored)
  },
  async byCredential(credentialId: string): Promise<StoredPasskey | null> {
    const row = await tx.passkey.findUnique({ where: { credentialId } })
    return row && toStored(row)
  },
  /** Throws `conflict` when the credential is somebody's already. */
  async add({ counter, ...facts }: NewPasskey, createdAt: Date): Promise<Passkey> {
    try {
      return toPasskey(await tx.passkey.create({ data: { ...facts, counter: BigInt(counter), createdAt } }))
    } catch (cause) {
      if (!isUniqueViolation(cause)) throw cause
      throw new AppError('conflict', { detail: 'This passkey is in use already.', cause })
    }
  },
  /** Throws not-found unless it is this person's. */
  async rename(id: string, userId: string, name: string): Promise<Passkey> {
    const [row] = await tx.passkey.updateManyAndReturn({ where: { id, userId }, data: { name } })
    return toPasskey(found(row))
  },
  /** Removes it and says what it was. Throws not-found unless it is this person's. */
  async remove(id: string, userId: string): Promise<Passkey> {
    const row = found(await tx.passkey.findFirst({ where: { id, userId } }))
    await tx.passkey.delete({ where: { id } })
    return toPasskey(row)
  },
  /** Keeps what it said when it signed; false when another signature came in between. */
  async used(id: string, counterBefore: number, { counter, at, ...flags }: PasskeyUse): Promise<boolean> {
    const { count } = await tx.passkey.updateMany({
      where: { id, counter: BigInt(counterBefore) },
      data: { ...flags, counter: BigInt(counter), lastUsedAt: at },
    })
    return count > 0
  },
  /** How many ways back in a person has: passkeys, and identities at providers. */
  async waysIn(userId: string): Promise<number> {
    return (await tx.passkey.count({ where: { userId } })) + (await tx.identity.count({ where: { userId } }))
  },
})
