import type { DeploymentRef } from '@/lib/model/deployment-ref'
import { Maturity } from '@/lib/model/maturity'
import type { ApprovedAssessment, ComparisonBasis } from '@/lib/model/maturity-at'
import { MaturityPoint } from '@/lib/model/maturity-history'
import type { Tx } from '../scope'

/** Twelve weeks: two assessments a calendar quarter apart are always further from each other than that. */
export const QUARTER_DAYS = 84

/** A deployment and the day of its latest approved assessment; null while it has none. */
export type RatedDeployment = DeploymentRef & { latestOn: string | null }

/** An approved assessment with the result frozen in it. */
export type Result = { assessment: ApprovedAssessment; maturity: Maturity }
export type Standing = { current: Result; earlier: (Result & { basis: ComparisonBasis }) | null }

type Row = { id: string; name: string; asOf: string; approvedBy: string; approvedAt: Date; maturity: unknown }
type RankedRow = Row & { isCurrent: boolean; isQuarter: boolean }

const toApproved = ({ id, name, asOf, approvedBy, approvedAt }: Row): ApprovedAssessment => ({
  id,
  name,
  asOf,
  approvedBy,
  approvedAt: approvedAt.toISOString(),
})

const toResult = (row: Row): Result => ({ assessment: toApproved(row), maturity: Maturity.parse(row.maturity) })

/** What approved assessments say. Results are read as they were frozen, never computed again. */
export const resultRepository = (tx: Tx, organizationId: string) => ({
  /** Oldest deployment first. */
  deployments: (): Promise<RatedDeployment[]> => tx.$queryRaw<RatedDeployment[]>`
    SELECT d.id::text, d.slug, d.name, (
      SELECT max(a.as_of)::text FROM assessments a
      WHERE a.organization_id = d.organization_id AND a.deployment_id = d.id AND a.state = 'approved') AS "latestOn"
    FROM deployments d WHERE d.organization_id = ${organizationId}::uuid ORDER BY d.created_at, d.id`,

  /**
   * The latest approved result on a day, and the one to compare it with: the latest that is at least QUARTER_DAYS older,
   * else the one before. Null while nothing was approved by that day.
   */
  async standing(deploymentId: string, at: string): Promise<Standing | null> {
    const rows = await tx.$queryRaw<RankedRow[]>`
      WITH approved AS (
        SELECT *, row_number() OVER (ORDER BY as_of DESC, approved_at DESC) AS place FROM assessments
        WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deploymentId}::uuid
          AND state = 'approved' AND as_of <= ${at}::date
      ), ranked AS (
        SELECT a.*, a.as_of <= l.as_of - ${QUARTER_DAYS}::int AS is_quarter
        FROM approved a JOIN approved l ON l.organization_id = a.organization_id AND l.place = 1
      )
      SELECT id::text, name, as_of::text AS "asOf", approved_by AS "approvedBy", approved_at AS "approvedAt", maturity,
        place = 1 AS "isCurrent", is_quarter AS "isQuarter"
      FROM ranked ORDER BY place = 1 DESC, is_quarter DESC, place LIMIT 2`
    const [current, earlier] = rows
    if (!current) return null
    return {
      current: toResult(current),
      earlier: earlier ? { ...toResult(earlier), basis: earlier.isQuarter ? 'quarter' : 'previous' } : null,
    }
  },

  /** Every approved result of a deployment without its capabilities, oldest first. */
  async history(deploymentId: string): Promise<MaturityPoint[]> {
    const rows = await tx.$queryRaw<Row[]>`
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
