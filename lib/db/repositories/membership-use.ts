import type { Tx } from '../scope'

type Use = { organizationId: string; userId: string; now: Date; before: Date }

/** Writes when a membership was used last, unless that was after `before`: of many requests at once one writes. */
export async function noteMembershipUse(tx: Tx, { organizationId, userId, now, before }: Use): Promise<void> {
  const isOlder = [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }]
  await tx.membership.updateMany({ where: { organizationId, userId, OR: isOlder }, data: { lastUsedAt: now } })
}
