import type { AnswerFact, AssessmentFact, CheckFact } from '@/lib/evidence/operation/operation-facts'
import type { Quarter } from '@/lib/evidence/operation/quarters'
import type { Day, Instant } from '@/lib/model/instant'
import { Stage } from '@/lib/model/stage'
import type { Reading } from '../read-scope'
import { arrayLiteral } from './array-literal'

/** What is asked for: the period's quarters, told as of an instant, of some deployments; none named is all of them. */
export type OperationPlace = { quarters: readonly Quarter[]; asOf: Instant; deploymentIds: readonly string[] }

type AnswerRow = {
  id: string
  deploymentId: string
  asOf: Day
  approvedAt: Date
  capability: string
  effective: number | null
  target: number | null
  evidence: AnswerFact['evidence']
}

const stageOrNull = (value: number | null): Stage | null => (value === null ? null : Stage.parse(value))

/** The facts that an operation over a period is judged by, summed up where they are stored. */
export const operationFactReader = (tx: Reading, organizationId: string) => ({
  /**
   * Of each quarter what checks said last of every connection and account, counted by check. A run counts by when it
   * finished. A deployment is fed by its own connections and by those of the whole organization. One number a run and
   * verdict lets the last be found without sorting: the run's place in time, and the verdict's place in VERDICTS.
   */
  async checks({ quarters, asOf, deploymentIds }: OperationPlace): Promise<CheckFact[]> {
    return tx.$queryRaw<CheckFact[]>`
      WITH quarters AS (
        SELECT * FROM unnest(${arrayLiteral(quarters.map((one) => one.quarter))}::text[],
          ${arrayLiteral(quarters.map((one) => one.from))}::date[],
          ${arrayLiteral(quarters.map((one) => one.to))}::date[]) AS q(quarter, first, last)
      ), asked AS (
        SELECT r.id, r.connection_id, c.deployment_id, q.quarter,
          row_number() OVER (PARTITION BY q.quarter, r.connection_id ORDER BY r.finished_at, r.id)::int AS place
        FROM runs r
        JOIN connections c ON c.organization_id = r.organization_id AND c.id = r.connection_id
        JOIN quarters q ON r.finished_at >= q.first::timestamp AT TIME ZONE 'UTC'
          AND r.finished_at < (q.last + 1)::timestamp AT TIME ZONE 'UTC'
        WHERE r.organization_id = ${organizationId}::uuid AND r.state = 'done' AND r.finished_at <= ${new Date(asOf)}
          AND (cardinality(${arrayLiteral(deploymentIds)}::uuid[]) = 0 OR c.deployment_id IS NULL
            OR c.deployment_id = ANY(${arrayLiteral(deploymentIds)}::uuid[]))
      ), said AS (
        SELECT a.quarter, a.connection_id, a.deployment_id, v.check_id, v.account, count(*)::int AS runs,
          max(a.place * 4 + CASE v.verdict WHEN 'pass' THEN 0 WHEN 'fail' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END) % 4 AS last,
          bool_or(v.verdict = 'fail') AS failed
        FROM asked a
        JOIN check_verdicts v ON v.organization_id = ${organizationId}::uuid AND v.run_id = a.id
        GROUP BY a.quarter, a.connection_id, a.deployment_id, v.check_id, v.account
      )
      SELECT quarter, connection_id::text AS "connectionId", deployment_id::text AS "deploymentId", check_id AS "checkId",
        max(runs)::int AS runs, count(*) FILTER (WHERE last = 0)::int AS pass, count(*) FILTER (WHERE last = 1)::int AS fail,
        count(*) FILTER (WHERE last = 2)::int AS unknown, count(*) FILTER (WHERE last = 3)::int AS "notApplicable",
        count(*) FILTER (WHERE failed AND last <> 1)::int AS lapses
      FROM said GROUP BY quarter, connection_id, deployment_id, check_id
      ORDER BY quarter, connection_id, check_id`
  },

  /** Approved assessments that can speak for any of the days, with the answers that assessed something. */
  async assessments({ from, to }: { from: Day; to: Day }, place: OperationPlace): Promise<AssessmentFact[]> {
    const { asOf, deploymentIds } = place
    const rows = await tx.$queryRaw<AnswerRow[]>`
      WITH spoken AS (
        SELECT * FROM assessments
        WHERE organization_id = ${organizationId}::uuid AND state = 'approved' AND approved_at <= ${new Date(asOf)}
          AND as_of <= ${to}::date AND as_of > (${from}::date - interval '13 months')::date
          AND (cardinality(${arrayLiteral(deploymentIds)}::uuid[]) = 0
            OR deployment_id = ANY(${arrayLiteral(deploymentIds)}::uuid[]))
      ), frozen AS (
        SELECT s.id, one->>'capability' AS capability, (one->>'effective')::int AS effective
        FROM spoken s, jsonb_array_elements(s.maturity->'layers') AS layer, jsonb_array_elements(layer->'capabilities') AS one
      )
      SELECT s.id::text, s.deployment_id::text AS "deploymentId", s.as_of::text AS "asOf", s.approved_at AS "approvedAt",
        w.capability, f.effective, w.target_stage::int AS target, COALESCE((
          SELECT jsonb_agg(jsonb_build_object('id', e.id, 'collectedOn', e.collected_on, 'expiresOn', e.expires_on)
            ORDER BY e.id)
          FROM evidence e WHERE e.organization_id = w.organization_id AND e.answer_id = w.id), '[]'::jsonb) AS evidence
      FROM spoken s
      JOIN answers w ON w.organization_id = s.organization_id AND w.assessment_id = s.id AND w.status = 'assessed'
      LEFT JOIN frozen f ON f.id = s.id AND f.capability = w.capability
      ORDER BY s.as_of, s.id, w.capability`
    return toAssessments(rows)
  },
})

function toAssessments(rows: readonly AnswerRow[]): AssessmentFact[] {
  const found = new Map<string, AssessmentFact & { answers: AnswerFact[] }>()
  for (const { capability, effective, target, evidence, ...row } of rows) {
    const one = found.get(row.id) ?? { ...row, approvedAt: new Date(row.approvedAt).toISOString(), answers: [] }
    one.answers.push({ capability, effective: stageOrNull(effective), target: stageOrNull(target), evidence })
    found.set(row.id, one)
  }
  return [...found.values()]
}
