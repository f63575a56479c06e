import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { Reading } from '../read-scope'
import { MONTH_JSON } from './month-json'

type Row = { months: MonthlyMetric[] }

/** Months that hold a record, as they were computed when the records came. */
export const monthReader = (tx: Reading, organizationId: string) => ({
  /** Oldest first; of one deployment, or with null of the whole organization. */
  async list(deploymentId: string | null): Promise<MonthlyMetric[]> {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT coalesce(json_agg(${MONTH_JSON} ORDER BY month), '[]') AS months FROM monthly_metrics
      WHERE organization_id = ${organizationId}::uuid AND deployment_id IS NOT DISTINCT FROM ${deploymentId}::uuid`
    return row?.months ?? []
  },
  /** Whether any record names a deployment. */
  async anyAttributed(): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ any: boolean }[]>`
      SELECT EXISTS (SELECT FROM monthly_metrics
        WHERE organization_id = ${organizationId}::uuid AND deployment_id IS NOT NULL) AS any`
    return row?.any ?? false
  },
})
