import { newId } from '@/lib/kernel/id'
import type { IdempotencyKey, Prisma } from '../generated/client'
import type { Tx } from '../scope'

export type Claim = { actor: string; key: string; requestHash: string }

const IN_FLIGHT = 0
/** A claim older than this was left by a process that died in the middle. */
const ABANDONED_MS = 60_000

/** Which creates were already made under which Idempotency-Key. */
export const repeatLedger = (tx: Tx, organizationId: string) => {
  const where = ({ actor, key }: Claim) => ({ organizationId_actor_key: { organizationId, actor, key } })
  return {
    /** Null when the claim is new and now ours; else the earlier one. */
    async claim(claim: Claim, now: Date): Promise<IdempotencyKey | null> {
      const abandoned = { status: IN_FLIGHT, createdAt: { lt: new Date(now.getTime() - ABANDONED_MS) } }
      await tx.idempotencyKey.deleteMany({
        where: { organizationId, actor: claim.actor, key: claim.key, ...abandoned },
      })
      const row = { organizationId, id: newId(), ...claim, status: IN_FLIGHT, body: {}, createdAt: now }
      const { count } = await tx.idempotencyKey.createMany({ data: [row], skipDuplicates: true })
      return count === 1 ? null : tx.idempotencyKey.findUnique({ where: where(claim) })
    },
    async settle(claim: Claim, status: number, body: Prisma.InputJsonValue): Promise<void> {
      await tx.idempotencyKey.update({ where: where(claim), data: { status, body } })
    },
    async release(claim: Claim): Promise<void> {
      await tx.idempotencyKey.deleteMany({ where: { organizationId, actor: claim.actor, key: claim.key } })
    },
  }
}
