import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor, Membership } from '@/lib/model/actor'
import type { FrameworkId } from '@/lib/model/requirement'

/** The frameworks an auditor with a scope was let in for; null for everybody else, who sees all of them. */
export async function grantedFrameworks(
  { engagements }: Store,
  actor: Actor,
  { scoped }: Pick<Membership, 'scoped'>,
): Promise<ReadonlySet<FrameworkId> | null> {
  if (!scoped) return null
  const running = actor.userId === null ? [] : await engagements.running(actor.userId)
  return new Set(running.flatMap(({ frameworks }) => frameworks))
}

/** Throws not-found for a framework the actor was not let in for: it looks as absent as one there never was. */
export async function refuseUngranted(
  store: Store,
  actor: Actor,
  membership: Pick<Membership, 'scoped'>,
  framework: FrameworkId,
): Promise<void> {
  const granted = await grantedFrameworks(store, actor, membership)
  if (granted && !granted.has(framework))
    throw new AppError('not-found', { detail: `There is no framework ${framework}.` })
}
