import { CHECKS } from '@/lib/checks/registry'
import type { Store } from '@/lib/db/store'
import { framework } from '@/lib/framework/framework'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { Instant } from '@/lib/model/instant'

type Occasion = {
  runId: string
  /** The deployment its connection feeds; null feeds them all. */
  deploymentId: string | null
  at: Instant
}

/**
 * Measures what all checks support now that a run is the newest of its connection, and keeps it as a point of the history:
 * of the organization, and of every deployment the run's connection feeds. Called in the run's last transaction.
 */
export async function recordPosture(
  { posture, deployments }: Store,
  { runId, deploymentId, at }: Occasion,
): Promise<void> {
  const fed = deploymentId === null ? (await deployments.list()).map(({ id }) => id) : [deploymentId]
  for (const place of [null, ...fed]) {
    const verdicts = await posture.verdicts(place)
    await posture.record(runId, place, measurePosture({ framework, checks: CHECKS, verdicts, at }))
  }
}
