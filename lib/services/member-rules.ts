import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Role } from '@/lib/model/actor'
import { AUDITOR_DAYS_AT_MOST } from '@/lib/model/member'

const DAY = 86_400_000

/** Throws forbidden where somebody would act upon their own membership: power over oneself is nobody's to give. */
export function requireSomebodyElse(actor: Actor, userId: string, act: string): void {
  if (actor.userId === userId) {
    throw new AppError('forbidden', { detail: `Nobody ${act} themselves. Another administrator can.` })
  }
}

const refused = (reason: string): AppError =>
  new AppError('invalid', { detail: `expiresAt: ${reason}`, problems: [{ field: 'expiresAt', reason }] })

/**
 * When a membership in this role ends, from what was asked for; null is without end. Throws invalid for an instant that
 * has passed, and for an auditor without an end or with one more than a year away.
 */
export function endOf(role: Role, expiresAt: string | null, now: Date): Date | null {
  if (expiresAt === null) {
    if (role === 'auditor') throw refused('an auditor is a member for a time: say when it ends')
    return null
  }
  const end = new Date(expiresAt)
  if (end <= now) throw refused('lies in the past; to end a membership now, remove the member')
  if (role === 'auditor' && end.getTime() - now.getTime() > AUDITOR_DAYS_AT_MOST * DAY) {
    throw refused(`an auditor is a member for at most ${AUDITOR_DAYS_AT_MOST} days`)
  }
  return end
}

type Standing = { role: Role; expiresAt: Date | null }
type Administrator = { userId: string; expiresAt: Date | null }

/**
 * Throws conflict where a change would leave nobody who administers the organization, or nobody who does so without an
 * end. `administrators` are held by the transaction; `after` is null where the member is removed.
 */
export function keepAnAdministrator(
  administrators: readonly Administrator[],
  userId: string,
  after: Standing | null,
  now: Date,
): void {
  if (!administrators.some((one) => one.userId === userId)) return
  const others = administrators.filter((one) => one.userId !== userId)
  const remaining = after?.role === 'admin' ? [...others, after] : others
  const lasts = ({ expiresAt }: { expiresAt: Date | null }) => expiresAt === null
  const isLive = ({ expiresAt }: { expiresAt: Date | null }) => expiresAt === null || expiresAt > now
  if (administrators.some(lasts) ? remaining.some(lasts) : remaining.some(isLive)) return
  const detail =
    'This is the last administrator without an end date. Make somebody else an administrator without an end date first.'
  throw new AppError('conflict', { detail })
}
