import { CHECKS } from '@/lib/checks/registry'
import type { Store } from '@/lib/db/store'
import { framework } from '@/lib/framework/framework'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { Connection } from '@/lib/model/connection'
import type { Instant } from '@/lib/model/instant'
import { runStatements } from './state-run'

type Occasion = {
  runId: string
  /** Of whose run it is; the deployment it feeds, null feeds them all. */
  connection: Connection
  at: Instant
  /** SHA-256 of the manifest of what the run read. */
  snapshot: string
  /** When it is computed. */
  now: Date
}

/**
 * Measures what all checks support now that a run is the newest of its connection, signs it and keeps it as a point of the
 * history: of the organization, and of every deployment the run's connection feeds. Called in the run's last transaction.
 */
export async function recordPosture(store: Store, { runId, connection, at, snapshot, now }: Occasion): Promise<void> {
  const { posture, deployments } = store
  const all = await deployments.list()
  const fed = connection.deploymentId === null ? all : all.filter(({ id }) => id === connection.deploymentId)
  const state = await runStatements(store, { runId, connection, at, snapshot, now })
  for (const deployment of [null, ...fed]) {
    const place = deployment?.id ?? null
    const verdicts = await posture.verdicts(place)
    const measured = measurePosture({ framework, checks: CHECKS, verdicts, at })
    await posture.record(runId, place, measured)
    await state({ deployment, verdicts, posture: measured })
  }
}
