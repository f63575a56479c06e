import type { Deployment } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import type { Cloud, Organization, Sector } from '@/lib/model/organization'
import type { AwaitedApproval, EndingEvidence } from '@/lib/model/overview'
import { found, type Tx } from '../scope'

/** What an overview begins with; `latestOn` is the day of a deployment's latest approved assessment. */
export type OverviewFacts = {
  organization: Omit<Organization, 'slug'>
  deployments: (Deployment & { latestOn: string | null })[]
  waiting: { drafts: number; submitted: number }
  approvals: AwaitedApproval[]
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
export const overviewRepository = (tx: Tx, organizationId: string) => ({
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

  /** Evidence of one assessment that ends on `until` or before, the earliest first. */
  ending: (assessmentId: string, at: string, until: string): Promise<EndingEvidence[]> => tx.$queryRaw<
    EndingEvidence[]
  >`
    SELECT e.id::text, e.title, w.capability, e.expires_on::text AS "expiresOn", e.expires_on < ${at}::date AS expired
    FROM answers w JOIN evidence e ON e.organization_id = w.organization_id AND e.answer_id = w.id
    WHERE w.organization_id = ${organizationId}::uuid AND w.assessment_id = ${assessmentId}::uuid
      AND e.expires_on <= ${until}::date
    ORDER BY e.expires_on, e.id`,
})
