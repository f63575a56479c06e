import type { Member, MemberSummary } from '@/lib/model/member'
import { dayText } from './date'
import { capitalized, countWord } from './wording'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** How somebody can sign in: `2 passkeys, single sign-on`; null while there is no way. */
export function waysInText({ passkeys, providers }: Pick<Member, 'passkeys' | 'providers'>): string | null {
  const ways = [
    passkeys > 0 ? counted(passkeys, 'passkey', 'passkeys') : null,
    providers > 0 ? 'single sign-on' : null,
  ].filter((way) => way !== null)
  return ways.length === 0 ? null : ways.join(', ')
}

/** Until when, as a day in UTC. */
export const endText = (expiresAt: string | null): string =>
  expiresAt === null ? 'no end' : dayText(expiresAt.slice(0, 10))

export const sourceText = ({ source }: Pick<Member, 'source'>): string =>
  source === 'manual' ? 'by hand' : 'single sign-on'

/** `14 members, one of them an administrator`. */
export function membersTitle({ members, administrators }: Pick<MemberSummary, 'members' | 'administrators'>): string {
  if (members === 1) return 'One member, an administrator'
  const who =
    administrators === 1 ? 'one of them an administrator' : `${countWord(administrators)} of them administrators`
  return `${capitalized(countWord(members))} members, ${who}`
}

/** `3 of 14 memberships wait for a review`. */
export function reviewTitle({ members, overdueReviews }: Pick<MemberSummary, 'members' | 'overdueReviews'>): string {
  if (overdueReviews === 0) return 'No membership waits for a review'
  return `${overdueReviews} of ${counted(members, 'membership waits', 'memberships wait')} for a review`
}

/** The end of a day as an instant, because whoever names a day means that it still counts. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`

/** The day that lies so many days after an instant, in UTC. */
export const dayAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10)
