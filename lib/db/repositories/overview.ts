import type { Deployment } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { Cloud, Organization, Sector } from '@/lib/model/organization'
import type { AwaitedApproval, EndingEvidence } from '@/lib/model/overview'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { found } from '../scope'
import { MONTH_JSON } from './month-json'
import { type RankedRow, type Standing, shownResults, toStanding } from './ranked-results'

/** What an overview begins with; `latestOn` is the day of a deployment's latest approved assessment. */
export type OverviewFacts = {
  organization: Omit<Organization, 'slug'>
  deployments: (Deployment & { latestOn: string | null })[]
  waiting: { drafts: number; submitted: number }
  approvals: AwaitedApproval[]
}

/** Its standing, its latest approved assessment's evidence that ends (earliest first) and its months (oldest first). */
export type OverviewOfDeployment = {
  /** Null when there was none to speak of. */
  deploymentId: string | null
  standing: Standing | null
  ending: EndingEvidence[]
  months: MonthlyMetric[]
}

type AboutRow = {
  deploymentId: string | null
  results: RankedRow[] | null
  ending: EndingEvidence[] | null
  months: MonthlyMetric[] | null
}

type FactsRow = {
  id: string
  name: string
  sector: Sector
  headcount: number | null
  clouds: Cloud[]
  synthetic: boolean
  createdAt: Date
  deployments: OverviewFacts['deployments'] | null
  waiting: OverviewFacts['waiting']
  approvals: AwaitedApproval[] | null
}

const instant = (text: string): string => new Date(text).toISOString()

const toFacts = ({ deployments, waiting, approvals, createdAt, ...facts }: FactsRow): OverviewFacts => ({
  organization: { ...facts, createdAt: createdAt.toISOString() },
  deployments: (deployments ?? []).map((one) => ({
    ...one,
    createdAt: instant(one.createdAt),
    rollouts: LAYERS.map(
      (layer) => one.rollouts?.find((r) => r.layer === layer) ?? { layer, beganOn: null, liveOn: null },
    ),
  })),
  waiting,
  approvals: (approvals ?? []).map((one) => ({ ...one, submittedAt: instant(one.submittedAt) })),
})

/**
 * Whole statements rather than one read a noun: this is the page everybody opens, and every round trip is felt. Nothing
 * here counts incidents; what grows with them was computed when they were imported.
 */
export const overviewRepository = (tx: Reading, organizationId: string) => ({
  /** `reader` is who might approve what waits; the assessments they submitted themselves are not offered. */
  async facts(reader: string | null): Promise<OverviewFacts> {
    const rows = await tx.$queryRaw<FactsRow[]>`
      SELECT o.id::text, o.name, o.sector::text, o.headcount, o.clouds, o.synthetic, o.created_at AS "createdAt", (
        SELECT jsonb_agg(jsonb_build_object(
          'id', d.id, 'slug', d.slug, 'name', d.name, 'environment', d.environment, 'createdAt', d.created_at,
          'latestOn', (SELECT max(a.as_of) FROM assessments a
            WHERE a.organization_id = d.organization_id AND a.deployment_id = d.id AND a.state = 'approved'),
          'rollouts', (SELECT jsonb_agg(jsonb_build_object('layer', r.layer, 'beganOn', r.began_on, 'liveOn', r.live_on))
            FROM layer_rollouts r WHERE r.organization_id = d.organization_id AND r.deployment_id = d.id)
        ) ORDER BY d.created_at, d.id)
        FROM deployments d WHERE d.organization_id = o.id) AS deployments, (
        SELECT jsonb_build_object('drafts', count(*) FILTER (WHERE a.state = 'draft'),
          'submitted', count(*) FILTER (WHERE a.state = 'submitted'))
        FROM assessments a WHERE a.organization_id = o.id) AS waiting, (
        SELECT jsonb_agg(to_jsonb(w) ORDER BY w."submittedAt", w.id) FROM (
          SELECT a.id, a.name, a.as_of AS "asOf", a.submitted_by AS "submittedBy", a.submitted_at AS "submittedAt",
            jsonb_build_object('id', d.id, 'slug', d.slug, 'name', d.name) AS deployment
          FROM assessments a JOIN deployments d ON d.organization_id = a.organization_id AND d.id = a.deployment_id
          WHERE a.organization_id = o.id AND a.state = 'submitted'
            AND a.submitted_by_id IS DISTINCT FROM ${reader}::uuid
          ORDER BY a.submitted_at, a.id LIMIT 10) w) AS approvals
      FROM organizations o WHERE o.id = ${organizationId}::uuid`
    return toFacts(found(rows[0]))
  },

  /** What there is to say of one deployment on a day; evidence counts that ends on `until` or before. */
  about: (deploymentId: string, at: string, until: string): Promise<OverviewOfDeployment> =>
    about(tx, organizationId, Prisma.sql`SELECT ${deploymentId}::uuid AS id`, at, until),

  /**
   * The same for the deployment assessed last, among those of this slug if there is one: most often the one to be chosen,
   * so that it can be asked along with the facts. `deploymentId` says which it was, null when none was assessed.
   */
  aboutLatest: (slug: string | null, at: string, until: string): Promise<OverviewOfDeployment> =>
    about(
      tx,
      organizationId,
      Prisma.sql`
        SELECT d.id FROM assessments a
        JOIN deployments d ON d.organization_id = a.organization_id AND d.id = a.deployment_id
        WHERE a.organization_id = ${organizationId}::uuid AND a.state = 'approved' AND d.slug = coalesce(${slug}, d.slug)
        ORDER BY a.as_of DESC, d.created_at, d.id LIMIT 1`,
      at,
      until,
    ),
})

/** `deployment` is a query for one id, or for none. */
async function about(
  tx: Reading,
  organizationId: string,
  deployment: Prisma.Sql,
  at: string,
  until: string,
): Promise<OverviewOfDeployment> {
  const chosen = Prisma.sql`(SELECT id FROM chosen)`
  const rows = await tx.$queryRaw<AboutRow[]>`
      WITH chosen AS MATERIALIZED (${deployment}), ${shownResults(organizationId, chosen, at)}
      SELECT ${chosen}::text AS "deploymentId", (
        SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'asOf', s.as_of, 'approvedBy', s.approved_by,
          'approvedAt', s.approved_at, 'isQuarter', s.is_quarter, 'maturity', s.maturity) ORDER BY s.rank)
        FROM shown s) AS results, (
        SELECT json_agg(json_build_object('id', e.id, 'title', e.title, 'capability', w.capability,
          'expiresOn', e.expires_on, 'expired', e.expires_on < ${at}::date) ORDER BY e.expires_on, e.id)
        FROM shown s JOIN answers w ON w.organization_id = s.organization_id AND w.assessment_id = s.id
        JOIN evidence e ON e.organization_id = w.organization_id AND e.answer_id = w.id
        WHERE s.rank = 1 AND e.expires_on <= ${until}::date) AS ending, (
        SELECT json_agg(${MONTH_JSON} ORDER BY month) FROM monthly_metrics
        WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${chosen}) AS months`
  const { deploymentId, results, ending, months } = found(rows[0])
  return { deploymentId, standing: toStanding(results ?? []), ending: ending ?? [], months: months ?? [] }
}
