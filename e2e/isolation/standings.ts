import type { Role } from '@/lib/model/actor'
import { fresh } from '../server/organizations'
import { type ProvenSeat, provenCookies } from '../server/proven'

export const EVERY_ROLE = ['viewer', 'auditor', 'assessor', 'admin'] as const satisfies readonly Role[]

/**
 * How somebody stands to the organization whose door they try: a member of it, a member of another one, somebody whose
 * session has run out, or was ended. Nobody at all is the fifth, and has no role.
 */
export type Standing = 'own' | 'other' | 'expired' | 'revoked'

/** Refusals in a row cost a session its trust, so nobody tries more doors than this with one. */
export const DOORS_A_SESSION = 5

/** One person at one standing in one role, with as many sessions as the number of doors asks for. */
export type Visitor = { role: Role; standing: Standing; cookies: readonly string[] }

/** A visitor for every role and each of these standings. `own` is the organization tried, `elsewhere` the one that strangers belong to. */
export async function visitors(
  { own, elsewhere, doors }: { own: string; elsewhere: string; doors: number },
  standings: readonly Standing[],
): Promise<Visitor[]> {
  const sessions = Math.ceil(doors / DOORS_A_SESSION)
  const people = EVERY_ROLE.flatMap((role) => standings.map((standing) => ({ role, standing })))
  const seats = people.flatMap(({ role, standing }) => {
    const seat: ProvenSeat = {
      org: standing === 'other' ? elsewhere : own,
      role,
      email: `${role}@${fresh(standing)}.example.test`,
      state: standing === 'expired' || standing === 'revoked' ? standing : 'live',
    }
    return Array.from({ length: sessions }, () => seat)
  })
  const cookies = await provenCookies(seats)
  return people.map((one, place) => ({ ...one, cookies: cookies.slice(place * sessions, (place + 1) * sessions) }))
}
