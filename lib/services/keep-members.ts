import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

type Input = { org: string; userIds: readonly string[] }

type Administrator = { userId: string; expiresAt: Date | null }

/** Nobody says of themselves that they are still needed, unless there is nobody else who could. */
function requireOthers(actor: Actor, userIds: readonly string[], administrators: readonly Administrator[], now: Date) {
  if (actor.userId === null || !userIds.includes(actor.userId)) return
  const others = administrators.filter(
    ({ userId, expiresAt }) => userId !== actor.userId && (expiresAt === null || expiresAt > now),
  )
  if (others.length === 0) return
  throw new AppError('forbidden', { detail: 'Nobody reviews themselves while there is another administrator.' })
}

/**
 * Decides that these memberships stay as they are, all of them or none; their next review is counted from now. Throws
 * not-found when one is no member, forbidden (for oneself), step-up.
 */
export async function keepMembers(actor: Actor, input: Input, now = new Date()): Promise<{ kept: number }> {
  const here = await authorize(actor, input.org, 'access-review:write')
  const userIds = [...new Set(input.userIds.map((id) => id.toLowerCase()))].sort()
  return forOrganization(here, async ({ members, audit }) => {
    requireOthers(actor, userIds, await members.holdAdministrators(), now)
    for (const userId of userIds) {
      const { email, role, reviewedAt } = await members.hold(userId)
      await members.review(userId, now)
      const before = { reviewedAt: reviewedAt?.toISOString() ?? null }
      const detail = { email, role, before, after: { reviewedAt: now.toISOString() } }
      await audit.append(actor, { action: 'member.reviewed', subject: userId, detail })
    }
    return { kept: userIds.length }
  })
}
