import type { MemberView } from '@/lib/db/repositories/member-list'
import { env } from '@/lib/env'
import type { Actor, Membership } from '@/lib/model/actor'

/** How whoever asks sees the members of an organization they may act in as this membership. */
export const memberView = (actor: Actor, here: Membership, now: Date): MemberView => ({
  now,
  reviewDays: here.rules.reviewDays,
  sessionIdleMs: env().sessionIdleMinutes * 60_000,
  administered: actor.memberships
    .filter(({ ownRole, organizationId }) => ownRole === 'admin' || administersHere(here, organizationId))
    .map(({ organizationId }) => organizationId),
})

const administersHere = (here: Membership, organizationId: string): boolean =>
  here.role === 'admin' && here.organizationId === organizationId
