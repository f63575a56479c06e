import { readOrganization } from '@/lib/db/read-store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { PostureReport } from '@/lib/model/posture-report'
import { authorize } from './authorize'
import { currentPosture } from './current-posture'

type Input = { org: string; deployment?: string; now?: Date }

/** What the checks support now: of the deployment of that slug, without one of the whole organization. Throws not-found. */
export async function getPosture(actor: Actor, { org, deployment, now = new Date() }: Input): Promise<PostureReport> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async (store) => {
    const deployments = await store.results.deployments()
    const chosen = deployment === undefined ? null : deployments.find(({ slug }) => slug === deployment)
    if (chosen === undefined) throw new AppError('not-found')
    return { deployment: chosen, deployments, posture: await currentPosture(store, chosen?.id ?? null, now) }
  })
}
