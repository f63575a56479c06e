import { CHECKS } from '@/lib/checks/registry'
import type { ReadStore } from '@/lib/db/read-store'
import { framework } from '@/lib/framework/framework'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { Posture } from '@/lib/model/posture'

/**
 * What the checks support at this moment, for a deployment or, with null, the whole organization; null while no connection
 * has a finished run, which is not the same as supporting nothing.
 */
export async function currentPosture(
  { posture }: Pick<ReadStore, 'posture'>,
  deploymentId: string | null,
  now: Date,
): Promise<Posture | null> {
  const verdicts = await posture.verdicts(deploymentId)
  if (verdicts.length === 0) return null
  return measurePosture({ framework, checks: CHECKS, verdicts, at: now.toISOString() })
}
