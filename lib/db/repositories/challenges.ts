import { newId } from '@/lib/kernel/id'
import type { Tx } from '../scope'

/** What a challenge may be answered for, and by whom; null means by nobody who is known yet. */
export type ChallengeUse = {
  kind: 'register' | 'sign-in' | 'step-up'
  userId: string | null
  sessionId: string | null
}

export const challenges = (tx: Tx) => ({
  /** Keeps one, and forgets those that nobody can answer any more. */
  async add(challenge: string, use: ChallengeUse, now: Date, expiresAt: Date): Promise<void> {
    await tx.challenge.deleteMany({ where: { expiresAt: { lt: now } } })
    await tx.challenge.create({ data: { id: newId(), challenge, ...use, expiresAt } })
  },
  /** Uses it up; false when it is unknown, used, expired or was given for anything else. Two takers: one wins. */
  async take(challenge: string, use: ChallengeUse, now: Date): Promise<boolean> {
    const { count } = await tx.challenge.updateMany({
      where: { challenge, ...use, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    return count > 0
  },
})
