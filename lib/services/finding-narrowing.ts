import { CHECKS } from '@/lib/checks/registry'
import type { ReadStore } from '@/lib/db/read-store'
import type { FindingNarrowing } from '@/lib/db/repositories/finding-clauses'
import { AppError } from '@/lib/kernel/app-error'
import { blockingChecks } from '@/lib/maturity/blocking-checks'
import type { Actor } from '@/lib/model/actor'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { currentPosture } from './current-posture'

type Reads = Pick<ReadStore, 'findings' | 'posture'>

/** An id that no person has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The UTC day of an instant. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Checks whose findings keep a capability from its next stage; null while no run was evaluated. */
export async function blockingNow(store: Reads, now: Date): Promise<readonly string[] | null> {
  if (CHECKS.length === 0) return null
  const posture = await currentPosture(store, null, now)
  return posture === null ? null : [...blockingChecks(posture)]
}

/**
 * A filter with the connection's id, the actor's own id, the checks that feed the capability and those that block a stage
 * looked up. Throws not-found for a connection that the organization does not have.
 */
export async function findingNarrowing(
  store: Reads,
  actor: Actor,
  { connection, owner, blocks, ...filter }: FindingFilter,
  now: Date,
): Promise<FindingNarrowing> {
  const connectionId = connection === undefined ? undefined : await store.findings.connectionId(connection)
  const feeding = filter.capability === undefined ? null : await store.findings.checksFeeding(filter.capability)
  if (connectionId === null) throw new AppError('not-found')
  return {
    ...filter,
    today: dayOf(now),
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(owner === undefined ? {} : { owner: ownerOf(owner, actor) }),
    ...(blocks === undefined ? {} : { checks: (await blockingNow(store, now)) ?? [] }),
    ...(feeding === null ? {} : { feeding }),
  }
}

/** A machine owns nothing, so its own findings are none. */
const ownerOf = (owner: string, actor: Actor): FindingNarrowing['owner'] =>
  owner === 'none' ? 'none' : { id: owner === 'me' ? (actor.userId ?? NOBODY) : owner }
