import type { LayerRollout } from '@/lib/model/deployment'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { Tx } from '../scope'
import { deploymentRepository } from './deployments'
import { monthlyMetricRepository } from './monthly-metrics'

/** The audit log's word for generated data that is complete; its subject is the scenario's name. */
export const SCENARIO_LOADED = 'scenario.loaded'

/** Those of the organizations that are flagged synthetic and hold all of a scenario. The transaction has to name them. */
export async function loadedWith(tx: Tx, ids: readonly string[], scenario: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id::text FROM organizations o
    WHERE o.id = ANY (${[...ids]}::uuid[]) AND o.synthetic AND EXISTS (
      SELECT FROM audit_entries a
      WHERE a.organization_id = o.id AND a.action = ${SCENARIO_LOADED} AND a.subject = ${scenario})`
  return new Set(rows.map(({ id }) => id))
}

/** The dates and months of an organization's first deployment; null while it has none. */
export async function firstRollout(
  tx: Tx,
  organizationId: string,
): Promise<{ rollouts: LayerRollout[]; months: MonthlyMetric[] } | null> {
  const [deployment] = await deploymentRepository(tx, organizationId).list()
  if (!deployment) return null
  const months = await monthlyMetricRepository(tx, organizationId).list(deployment.id)
  return { rollouts: deployment.rollouts, months }
}
