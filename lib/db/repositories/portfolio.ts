import type { DeploymentRef } from '@/lib/model/deployment-ref'
import type { Day } from '@/lib/model/instant'
import type { LayerId } from '@/lib/model/layer'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { Sector } from '@/lib/model/organization'
import type { PortfolioFilter, PortfolioRow, RolloutGroup, Size } from '@/lib/model/portfolio'
import { Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { MONTH_JSON } from './month-json'

/** One organization and the deployment that speaks for it: the one with the lowest score, else the oldest. */
export type PortfolioFacts = {
  organizationId: string
  name: string
  sector: Sector
  headcount: number | null
  synthetic: boolean
  deployments: number
  deployment: DeploymentRef | null
  rollouts: { layer: LayerId; beganOn: Day | null; liveOn: Day | null }[]
  layersLive: LayerId[]
  rollout: RolloutGroup
  maturity: PortfolioRow['maturity']
}

/** The months that speak for a deployment: its own, or those of an organization whose records name no deployment. */
export type PortfolioMonths = { organizationId: string; own: boolean; months: MonthlyMetric[] }

const SIZE_RANGES: Record<Size, Prisma.Sql> = {
  small: Prisma.sql`AND o.headcount < 1000`,
  medium: Prisma.sql`AND o.headcount BETWEEN 1000 AND 4999`,
  large: Prisma.sql`AND o.headcount >= 5000`,
}

const narrowed = ({ sector, size, rollout }: PortfolioFilter): Prisma.Sql => Prisma.sql`
  ${sector ? Prisma.sql`AND o.sector = ${sector}::"Sector"` : Prisma.empty}
  ${size ? SIZE_RANGES[size] : Prisma.empty}
  ${rollout ? Prisma.sql`AND coalesce(g.rollout, 'none') = ${rollout}` : Prisma.empty}`

/**
 * Several organizations at once, in statements that pass over each table one time: a correlated read per organization
 * would have Postgres read the long list of ids again for every one of them. Results leave the database without their
 * capabilities, which are most of their size.
 */
export const portfolioRepository = (tx: Tx, organizationIds: readonly string[]) => {
  const ids = [...organizationIds]
  return {
    facts: (at: Day, filter: PortfolioFilter): Promise<PortfolioFacts[]> => tx.$queryRaw<PortfolioFacts[]>`
      WITH latest AS MATERIALIZED (
        SELECT DISTINCT ON (organization_id, deployment_id) organization_id, deployment_id, id, as_of, maturity
        FROM assessments
        WHERE organization_id = ANY (${ids}::uuid[]) AND state = 'approved' AND as_of <= ${at}::date
        ORDER BY organization_id, deployment_id, as_of DESC, approved_at DESC
      ), ranked AS MATERIALIZED (
        SELECT d.organization_id, d.id, d.slug, d.name, l.id AS assessment_id, l.as_of, l.maturity,
          count(*) OVER (PARTITION BY d.organization_id)::int AS deployments,
          row_number() OVER (PARTITION BY d.organization_id
            ORDER BY (l.maturity->>'score')::float NULLS LAST, d.created_at, d.id) AS place
        FROM deployments d
        LEFT JOIN latest l ON l.organization_id = d.organization_id AND l.deployment_id = d.id
        WHERE d.organization_id = ANY (${ids}::uuid[])
      ), rollouts AS MATERIALIZED (
        SELECT organization_id, deployment_id,
          jsonb_agg(jsonb_build_object('layer', layer, 'beganOn', began_on, 'liveOn', live_on) ORDER BY layer) AS rows,
          coalesce(array_agg(layer::text ORDER BY layer) FILTER (WHERE live_on <= ${at}::date), '{}') AS live
        FROM layer_rollouts WHERE organization_id = ANY (${ids}::uuid[]) GROUP BY organization_id, deployment_id
      ), grouped AS (
        SELECT organization_id, deployment_id, rows, live, CASE
          WHEN cardinality(live) = 0 THEN 'none' WHEN cardinality(live) = 5 THEN 'all-five'
          WHEN live = '{IAM,NET}' THEN 'identity-and-network' ELSE 'other' END AS rollout
        FROM rollouts
      )
      SELECT o.id::text AS "organizationId", o.name, o.sector::text, o.headcount, o.synthetic,
        coalesce(d.deployments, 0) AS deployments,
        CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'slug', d.slug, 'name', d.name) END AS deployment,
        coalesce(g.rows, '[]') AS rollouts, coalesce(g.live, '{}') AS "layersLive", coalesce(g.rollout, 'none') AS rollout,
        CASE WHEN d.maturity IS NOT NULL THEN jsonb_build_object('assessmentId', d.assessment_id, 'asOf', d.as_of,
          'score', d.maturity->'score', 'stage', d.maturity->'stage', 'layers', (
            SELECT jsonb_agg(layer.value - 'capabilities' ORDER BY layer.place)
            FROM jsonb_array_elements(d.maturity->'layers') WITH ORDINALITY AS layer (value, place))) END AS maturity
      FROM organizations o
      LEFT JOIN ranked d ON d.organization_id = o.id AND d.place = 1
      LEFT JOIN grouped g ON g.organization_id = d.organization_id AND g.deployment_id = d.id
      WHERE o.id = ANY (${ids}::uuid[]) ${narrowed(filter)}`,

    /** One row an organization whose records speak for the deployment beside it; see deploymentOutcome for the rule. */
    months: (owners: readonly { organizationId: string; deploymentId: string }[]): Promise<PortfolioMonths[]> =>
      tx.$queryRaw<PortfolioMonths[]>`
      WITH owned AS (
        SELECT m.*, o.deployment_id AS owner_id,
          bool_or(m.deployment_id IS NOT NULL) OVER (PARTITION BY m.organization_id) AS attributed
        FROM monthly_metrics m JOIN unnest(${owners.map((one) => one.organizationId)}::uuid[],
          ${owners.map((one) => one.deploymentId)}::uuid[]) AS o (organization_id, deployment_id)
          ON o.organization_id = m.organization_id
      )
      SELECT organization_id::text AS "organizationId", attributed AS own, json_agg(${MONTH_JSON}) AS months
      FROM owned WHERE deployment_id IS NOT DISTINCT FROM CASE WHEN attributed THEN owner_id END
      GROUP BY organization_id, attributed`,
  }
}
