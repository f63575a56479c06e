import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, Membership } from '@/lib/model/actor'
import { deskAddress, outsideAddress } from './desk-address'
import { limitActor } from './limit-rate'
import { requestOrigin } from './request-origin'
import { actorOfSession } from './session'
import { sessionCookie } from './session-cookie'

/** The signed-in person, or null; asked of the database once per page. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const actor = await actorOfSession(jar.get(sessionCookie())?.value, requestOrigin(head))
  if (actor) await limitActor(actor)
  return actor
})

/** The signed-in person; everybody else is sent to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect('/sign-in')
}

type Here = { actor: Actor; membership: Membership }

/**
 * The signed-in person and their membership of the organization in the URL; a stranger's page looks absent. An auditor
 * who was let in for a scope is led to their desk: from its own front page straight away, from every other page to where
 * it says that this is not part of the audit.
 */
export async function requireMember(org: string, { isHome = false } = {}): Promise<Here> {
  const here = await requireDeskMember(org)
  if (here.membership.scoped) redirect(isHome ? deskAddress(org) : outsideAddress(org))
  return here
}

/** The same for the pages of the auditor's desk and what belongs to it, which such an auditor may open. */
export async function requireDeskMember(org: string): Promise<Here> {
  const actor = await requireActor()
  const membership = actor.memberships.find((m) => m.slug === org)
  return membership ? { actor, membership } : notFound()
}

/** Where somebody begins who is nowhere but at an auditor's desk; null for everybody else. */
export const deskHome = ({ memberships }: Pick<Actor, 'memberships'>): string | null => {
  const [first] = memberships
  return first && memberships.every(({ scoped }) => scoped) ? deskAddress(first.slug) : null
}
