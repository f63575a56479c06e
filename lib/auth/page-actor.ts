import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, Membership } from '@/lib/model/actor'
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

/** The signed-in person and their membership of the organization in the URL; a stranger's page looks absent. */
export async function requireMember(org: string): Promise<{ actor: Actor; membership: Membership }> {
  const actor = await requireActor()
  const membership = actor.memberships.find((m) => m.slug === org)
  return membership ? { actor, membership } : notFound()
}
