import type { DeploymentRef } from '@/lib/model/deployment-ref'
import { MaturityPoint } from '@/lib/model/maturity-history'
import type { Reading } from '../read-scope'
import { type RankedRow, type ResultRow, type Standing, shownResults, toApproved, toStanding } from './ranked-results'

/** A deployment and the day of its latest approved assessment; null while it has none. */
export type RatedDeployment = DeploymentRef & { latestOn: string | null }

/** What approved assessments say. Results are read as they were frozen, never computed again. */
export const resultRepository = (tx: Reading, organizationId: string) => ({
  /** Oldest deployment first. */
  deployments: (): Promise<RatedDeployment[]> => tx.$queryRaw<RatedDeployment[]>`
    SELECT d.id::text, d.slug, d.name, (
      SELECT max(a.as_of)::text FROM assessments a
      WHERE a.organization_id = d.organization_id AND a.deployment_id = d.id AND a.state = 'approved') AS "latestOn"
    FROM deployments d WHERE d.organization_id = ${organizationId}::uuid ORDER BY d.created_at, d.id`,

  /** The latest approved result on a day and the one to compare it with. Null while nothing was approved by that day. */
  async standing(deploymentId: string, at: string): Promise<Standing | null> {
    const rows = await tx.$queryRaw<RankedRow[]>`
      WITH ${shownResults(organizationId, deploymentId, at)}
      SELECT id::text, name, as_of::text AS "asOf", approved_by AS "approvedBy", approved_at AS "approvedAt", maturity,
        is_quarter AS "isQuarter"
      FROM shown ORDER BY rank`
    return toStanding(rows)
  },

  /** Every approved result of a deployment without its capabilities, oldest first. */
  async history(deploymentId: string): Promise<MaturityPoint[]> {
    const rows = await tx.$queryRaw<ResultRow[]>`
      SELECT id::text, name, as_of::text AS "asOf", approved_by AS "approvedBy", approved_at AS "approvedAt",
        maturity || jsonb_build_object('layers', (
          SELECT jsonb_agg(layer.value - 'capabilities' ORDER BY layer.place)
          FROM jsonb_array_elements(maturity->'layers') WITH ORDINALITY AS layer (value, place))) AS maturity
      FROM assessments
      WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deploymentId}::uuid AND state = 'approved'
      ORDER BY as_of, approved_at`
    return rows.map((row) => MaturityPoint.parse({ ...(row.maturity as object), assessment: toApproved(row) }))
  },
})
