import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import { authorize } from './authorize'

type Input = { org: string; deployment?: string }

/** The months that hold records, oldest first: a deployment's, or without one the whole organization's. Throws not-found. */
export async function listMonthlyMetrics(actor: Actor, { org, deployment }: Input): Promise<MonthlyMetric[]> {
  const { organizationId } = await authorize(actor, org, 'incident:read')
  return forOrganization(organizationId, async ({ deployments, monthlyMetrics }) => {
    const deploymentId = deployment === undefined ? null : (await deployments.bySlug(deployment)).id
    return monthlyMetrics.list(deploymentId)
  })
}
