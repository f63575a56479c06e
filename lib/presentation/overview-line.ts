import type { Overview } from '@/lib/model/overview'
import { dayText } from './date'

/** Scope and date under the overview's title: where, since when, how far, as of when. */
export function overviewLine({ deployment, at }: Pick<Overview, 'deployment' | 'at'>): string {
  if (!deployment) return `No deployment yet. As of ${dayText(at)}.`
  const where = deployment.environment ? `${deployment.name}, ${deployment.environment}.` : `${deployment.name}.`
  const began = deployment.rollouts.flatMap((r) => r.beganOn ?? []).sort()[0]
  const live = deployment.rollouts.filter((r) => r.liveOn !== null && r.liveOn <= at).length
  const rollout = began
    ? `Rollout began ${dayText(began)}; ${live} of ${deployment.rollouts.length} layers live.`
    : 'No layer has begun.'
  return `${where} ${rollout} As of ${dayText(at)}.`
}
