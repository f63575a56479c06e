import type { Store } from '@/lib/db/store'
import { FRESH_DAYS } from '@/lib/maturity/posture-formula'
import type { Day } from '@/lib/model/instant'
import type { Posture } from '@/lib/model/posture'

const DAY_MS = 86_400_000

/** What the checks supported of a deployment on a day, from the last run by then; null without one, or when it was too old. */
export async function postureOn({ posture }: Store, deploymentId: string, day: Day): Promise<Posture | null> {
  const point = await posture.pointOn(deploymentId, day)
  if (!point) return null
  return Date.parse(day) - Date.parse(point.at) > FRESH_DAYS * DAY_MS ? null : point.posture
}
