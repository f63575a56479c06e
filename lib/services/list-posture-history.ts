import { readOrganization } from '@/lib/db/read-store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { PostureHistory } from '@/lib/model/posture-report'
import { authorize } from './authorize'

const SHOWN = 200

type Input = { org: string; deployment?: string }

/** What the checks supported after each of the last 200 runs, newest first. Throws not-found for an unknown deployment. */
export async function listPostureHistory(actor: Actor, { org, deployment }: Input): Promise<PostureHistory> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async ({ results, posture }) => {
    if (deployment === undefined) return { deployment: null, points: await posture.history(null, SHOWN) }
    const chosen = (await results.deployments()).find(({ slug }) => slug === deployment)
    if (!chosen) throw new AppError('not-found')
    return { deployment: chosen, points: await posture.history(chosen.id, SHOWN) }
  })
}
