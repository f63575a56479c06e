import { type AuditEvent, auditLog } from '@/lib/db/repositories/audit-log'
import { groupMappings, heldMemberships, putGivenMembership } from '@/lib/db/repositories/group-roles'
import { identities, type Person } from '@/lib/db/repositories/identities'
import { forOrganizations, type Tx, withoutTenant } from '@/lib/db/scope'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor, Role } from '@/lib/model/actor'
import type { IdentityProvider } from '@/lib/model/identity-provider'
import { believedAddress } from './believed-address'
import { groupsIn, nameIn } from './claims-of-person'
import { type GroupMapping, type RoleChange, roleChanges, rolesOfGroups, SINGLE_SIGN_ON } from './single-sign-on-roles'

/** What a provider vouched for, every check of its token done. */
export type SingleSignOn = {
  provider: IdentityProvider
  subject: string
  claims: Readonly<Record<string, unknown>>
  /** Who is signed in in this browser already, and has to be the one; null when nobody is. */
  presentUserId: string | null
  address: string | null
}

export type SingleSignOnOutcome = { userId: string } | { refusal: 'unknown-account' | 'another-account' }

type Visit = SingleSignOn & { email: string | null; groups: string[]; mappings: GroupMapping[]; now: Date }

const AUDITOR_MS = 90 * 86_400_000

/**
 * Finds out whom a provider's account belongs to, and brings their memberships in line with its groups. Known by issuer
 * and subject; the first time by an address that was verified and that no other account of the issuer has; else, when a
 * group gives a role somewhere, somebody new. Each change is in its organization's log.
 */
export async function enterBySingleSignOn(given: SingleSignOn, now = new Date()): Promise<SingleSignOnOutcome> {
  const { provider, subject, claims } = given
  const email = believedAddress(claims, provider.emailDomains)
  const held = await withoutTenant(async (tx) => {
    const candidate = await find(tx, provider.issuer, subject, email)
    return candidate ? heldMemberships(tx, candidate.userId) : []
  })
  const own = held.map(({ organizationId }) => organizationId)
  const mappings = await groupMappings(provider.id, own)
  // Whoever appends to several logs goes by the order of their ids, so that two never wait for each other.
  const scope = [...new Set([...own, ...mappings.map(({ organizationId }) => organizationId)])].toSorted()
  const visit = { ...given, email, groups: groupsIn(claims, provider.groupClaim), mappings, now }
  return forOrganizations(scope, (tx) => enter(tx, scope, visit))
}

async function find(tx: Tx, issuer: string, subject: string, email: string | null): Promise<Person | null> {
  const known = await identities(tx).owner(issuer, subject)
  return known ?? (email === null ? null : identities(tx).unlinked(issuer, email))
}

async function enter(tx: Tx, scope: readonly string[], visit: Visit): Promise<SingleSignOnOutcome> {
  const { provider, subject, presentUserId, now } = visit
  const book = identities(tx)
  await book.lock(provider.issuer, subject)
  const isKnown = (await book.owner(provider.issuer, subject)) !== null
  const person = (await find(tx, provider.issuer, subject, visit.email)) ?? (await newcomer(tx, visit))
  if (!person) return { refusal: presentUserId === null ? 'unknown-account' : 'another-account' }
  if (presentUserId !== null && person.userId !== presentUserId) return { refusal: 'another-account' }
  if (isKnown) await book.touch(provider.issuer, subject, now)
  else await book.link(provider.issuer, subject, person.userId, now)
  const held = await heldMemberships(tx, person.userId)
  // An organization that was joined this very moment is brought in line the next time.
  const changes = roleChanges(visit.mappings, held, provider.id, visit.groups).filter((change) =>
    scope.includes(change.organizationId),
  )
  for (const { organizationId, after } of changes) {
    await putGivenMembership(tx, { organizationId, userId: person.userId }, after && givenUntil(after, now))
  }
  const own = new Set([...held, ...changes].map(({ organizationId }) => organizationId))
  for (const id of scope.filter((each) => own.has(each))) {
    await log(tx, id, person, visit, [
      ...(isKnown ? [] : [linked(person, visit)]),
      ...changes.filter((change) => change.organizationId === id).map((change) => changed(person, visit, change)),
    ])
  }
  return { userId: person.userId }
}

/** Somebody who is signed in already is never made a second time. */
async function newcomer(tx: Tx, { provider, claims, groups, mappings, email, presentUserId }: Visit) {
  const isInvited = rolesOfGroups(mappings, provider.id, groups).size > 0
  if (!isInvited || email === null || presentUserId !== null) return null
  return identities(tx).newcomer(email, nameIn(claims) ?? email)
}

const givenUntil = (role: Role, now: Date) => ({
  role,
  expiresAt: role === 'auditor' ? new Date(now.getTime() + AUDITOR_MS) : null,
  source: SINGLE_SIGN_ON,
})

const linked = ({ userId }: Person, { provider, subject }: Visit): AuditEvent => ({
  action: 'identity.linked',
  subject: userId,
  detail: { provider: provider.id, issuer: provider.issuer, account: subject },
})

const changed = ({ userId, email }: Person, { provider }: Visit, { before, after }: RoleChange): AuditEvent => ({
  action: before === null ? 'member.added' : after === null ? 'member.removed' : 'member.changed',
  subject: userId,
  detail: { email, before, after, source: SINGLE_SIGN_ON, provider: provider.id },
})

async function log(tx: Tx, id: string, person: Person, { address }: Visit, events: AuditEvent[]): Promise<void> {
  const { userId, name } = person
  const context = { ...LOCAL_CONTEXT, method: 'oidc', address } as const
  const actor: Actor = { kind: 'person', userId, name, memberships: [], context }
  for (const event of events) await auditLog(tx, id).append(actor, event)
}
