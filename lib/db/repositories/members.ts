import type { Role } from '@/lib/model/actor'
import type { Tx } from '../scope'

export const memberRepository = (tx: Tx, organizationId: string) => ({
  async put(userId: string, role: Role): Promise<void> {
    await tx.membership.upsert({
      where: { organizationId_userId: { organizationId, userId } },
      create: { organizationId, userId, role },
      update: { role },
    })
  },
})
