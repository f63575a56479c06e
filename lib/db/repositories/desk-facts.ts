import type { CheckOperation, SpokenAnswer } from '@/lib/model/audit-desk'
import type { Instant } from '@/lib/model/instant'
import type { Period } from '@/lib/model/period'
import { Stage } from '@/lib/model/stage'
import type { Tx } from '../scope'
import { arrayLiteral } from './array-literal'

type Place = { period: Period; asOf: Instant; deploymentIds: readonly string[] }
type Row = Omit<SpokenAnswer, 'effective' | 'target'> & { effective: number | null; target: number | null }

const stageOrNull = (value: number | null): Stage | null => (value === null ? null : Stage.parse(value))

/** What stands behind one requirement on the auditor's desk. */
export const deskFactReader = (tx: Tx, organizationId: string) => ({
  /** How many resources each of these checks looked at, by what every account said last in the period. */
  async populations(checks: readonly string[], { period, asOf, deploymentIds }: Place) {
    const rows = await tx.$queryRaw<({ checkId: string } & CheckOperation['population'])[]>`
      SELECT check_id AS "checkId", count(DISTINCT account)::int AS accounts, sum(numerator)::int AS held,
        sum(denominator)::int AS decided, sum(undecided)::int AS undecided
      FROM (
        SELECT DISTINCT ON (v.check_id, r.connection_id, v.account) v.check_id, v.account, v.numerator, v.denominator,
          v.undecided
        FROM runs r
        JOIN connections c ON c.organization_id = r.organization_id AND c.id = r.connection_id
        JOIN check_verdicts v ON v.organization_id = r.organization_id AND v.run_id = r.id
        WHERE r.organization_id = ${organizationId}::uuid AND r.state = 'done' AND r.finished_at <= ${new Date(asOf)}
          AND r.finished_at >= ${period.from}::date::timestamp AT TIME ZONE 'UTC'
          AND r.finished_at < (${period.to}::date + 1)::timestamp AT TIME ZONE 'UTC'
          AND v.check_id = ANY(${arrayLiteral(checks)}::text[])
          AND (cardinality(${arrayLiteral(deploymentIds)}::uuid[]) = 0 OR c.deployment_id IS NULL
            OR c.deployment_id = ANY(${arrayLiteral(deploymentIds)}::uuid[]))
        ORDER BY v.check_id, r.connection_id, v.account, r.finished_at DESC, r.id DESC) AS latest
      GROUP BY check_id`
    return new Map(rows.map(({ checkId, ...population }) => [checkId, population]))
  },

  /** What these assessments answer to these capabilities, with the evidence that was in date within the period. */
  async answers(assessments: readonly string[], capabilities: readonly string[], { from, to }: Period) {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT w.capability, s.name AS assessment, s.as_of::text AS "asOf", s.approved_by AS "approvedBy", d.name AS deployment,
        w.rationale, w.target_stage::int AS target,
        (SELECT (one->>'effective')::int FROM jsonb_array_elements(s.maturity->'layers') AS layer,
          jsonb_array_elements(layer->'capabilities') AS one WHERE one->>'capability' = w.capability LIMIT 1) AS effective,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'url', e.url, 'mediaType', e.media_type,
            'bytes', e.bytes, 'sha256', e.sha256, 'collectedOn', e.collected_on, 'expiresOn', e.expires_on) ORDER BY e.id)
          FROM evidence e WHERE e.organization_id = w.organization_id AND e.answer_id = w.id
            AND e.collected_on <= ${to}::date AND (e.expires_on IS NULL OR e.expires_on >= ${from}::date)),
          '[]'::jsonb) AS evidence
      FROM assessments s
      JOIN deployments d ON d.organization_id = s.organization_id AND d.id = s.deployment_id
      JOIN answers w ON w.organization_id = s.organization_id AND w.assessment_id = s.id AND w.status = 'assessed'
      WHERE s.organization_id = ${organizationId}::uuid AND s.id = ANY(${arrayLiteral(assessments)}::uuid[])
        AND w.capability = ANY(${arrayLiteral(capabilities)}::text[])
      ORDER BY w.capability, s.as_of DESC, s.id`
    return rows.map(
      (row): SpokenAnswer => ({ ...row, effective: stageOrNull(row.effective), target: stageOrNull(row.target) }),
    )
  },

  /** The newest files of approved answers to these capabilities, to be named in an answer. */
  files: (capabilities: readonly string[]): Promise<HeldFile[]> => tx.$queryRaw`
    SELECT e.id::text, e.title, w.capability, e.collected_on::text AS "collectedOn"
    FROM evidence e
    JOIN answers w ON w.organization_id = e.organization_id AND w.id = e.answer_id
    JOIN assessments s ON s.organization_id = w.organization_id AND s.id = w.assessment_id
    WHERE e.organization_id = ${organizationId}::uuid AND s.state = 'approved' AND e.sha256 IS NOT NULL
      AND e.removed_at IS NULL
      AND w.capability = ANY(${arrayLiteral(capabilities)}::text[])
    ORDER BY e.collected_on DESC, e.id DESC LIMIT 50`,

  /** The files of approved answers with this evidence id, and what they speak for. */
  evidencePlace: (id: string): Promise<EvidencePlace[]> => tx.$queryRaw`
    SELECT w.capability, s.deployment_id::text AS "deploymentId", s.as_of::text AS "asOf",
      e.collected_on::text AS "collectedOn", e.expires_on::text AS "expiresOn"
    FROM evidence e
    JOIN answers w ON w.organization_id = e.organization_id AND w.id = e.answer_id
    JOIN assessments s ON s.organization_id = w.organization_id AND s.id = w.assessment_id
    WHERE e.organization_id = ${organizationId}::uuid AND e.id = ${id}::uuid AND s.state = 'approved'
      AND w.status = 'assessed'`,
})

export type HeldFile = { id: string; title: string; capability: string; collectedOn: string }

export type EvidencePlace = {
  capability: string
  deploymentId: string
  asOf: string
  collectedOn: string
  expiresOn: string | null
}
