import type { Tx } from '../scope'

export const signInLinks = (tx: Tx) => ({
  async add(tokenHash: string, userId: string, createdAt: Date, expiresAt: Date): Promise<void> {
    await tx.signInLink.create({ data: { tokenHash, userId, createdAt, expiresAt } })
  },
  /** Marks the link used and names its person; null when it is unknown, used or expired. Two takers: one wins. */
  async take(tokenHash: string, now: Date): Promise<string | null> {
    const taken = await tx.signInLink.updateManyAndReturn({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
      select: { userId: true },
    })
    return taken[0]?.userId ?? null
  },
})
