import { newId } from '@/lib/kernel/id'
import type { Tx } from '../scope'

/** Somebody who can sign in. */
export type Person = { userId: string; name: string; email: string }

const PERSON = { select: { id: true, name: true, email: true } } as const

const toPerson = ({ id, ...facts }: { id: string; name: string; email: string }): Person => ({ userId: id, ...facts })

/** Who people are at identity providers. A subject is never given to anybody else (OpenID Connect Core 1.0 §8). */
export const identities = (tx: Tx) => ({
  /** Lets one transaction at a time find out who this is; the others then see what it wrote. */
  async lock(issuer: string, subject: string): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`
  },
  async owner(issuer: string, subject: string): Promise<Person | null> {
    const row = await tx.identity.findUnique({
      where: { issuer_subject: { issuer, subject } },
      select: { user: PERSON },
    })
    return row && toPerson(row.user)
  },
  /** The person with this address whom the issuer knows under no other subject: an address can be given to somebody new. */
  async unlinked(issuer: string, address: string): Promise<Person | null> {
    const row = await tx.user.findFirst({ where: { email: address, identities: { none: { issuer } } }, ...PERSON })
    return row && toPerson(row)
  },
  /** Makes a person; null when somebody has the address already. */
  async newcomer(address: string, name: string): Promise<Person | null> {
    const person = { id: newId(), email: address, name }
    const { count } = await tx.user.createMany({ data: [person], skipDuplicates: true })
    return count === 1 ? toPerson(person) : null
  },
  async link(issuer: string, subject: string, userId: string, now: Date): Promise<void> {
    await tx.identity.create({ data: { issuer, subject, userId, createdAt: now, lastUsedAt: now } })
  },
  async touch(issuer: string, subject: string, now: Date): Promise<void> {
    await tx.identity.updateMany({ where: { issuer, subject }, data: { lastUsedAt: now } })
  },
  /** Which provider vouched for a session's person last, and in what context. */
  async vouch(sessionId: string, by: { provider: string | null; acr: string | null }): Promise<void> {
    await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: by })
  },
})
