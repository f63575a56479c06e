import type { AcceptedRisk, Counted, DeploymentRecords, ReportedEvidence } from '@/lib/model/report-facts'
import type { Reading } from '../read-scope'
import { arrayLiteral } from './array-literal'

const SHOWN = 200

type WithTotal<One> = One & { total: number }

const counted = <One extends object>(rows: readonly WithTotal<One>[]): Counted<One> => ({
  total: rows[0]?.total ?? 0,
  items: rows.map(({ total: _, ...one }) => one as unknown as One),
})

/** What reports list and no page shows in this form; each list holds at most 200 and says how many there are. */
export const reportFactReader = (tx: Reading, organizationId: string) => ({
  /** Those in force on the day, the first to end first. */
  async acceptedRisks(today: string): Promise<Counted<AcceptedRisk>> {
    return counted(
      await tx.$queryRaw<WithTotal<AcceptedRisk>[]>`
        SELECT f.title, f.severity::text AS severity, f.layer::text AS layer, f.resource_name AS resource,
          e.owner_name AS owner, e.reason, e.granted_by AS "grantedBy", f.exception_until::text AS until,
          count(*) OVER ()::int AS total
        FROM findings f
        JOIN LATERAL (SELECT owner_name, reason, granted_by FROM finding_exceptions x
          WHERE x.organization_id = f.organization_id AND x.finding_id = f.id AND x.ended_at IS NULL
          ORDER BY x.granted_at DESC, x.id DESC LIMIT 1) e ON true
        WHERE f.organization_id = ${organizationId}::uuid AND f.state = 'open' AND f.exception_until >= ${today}::date
        ORDER BY f.exception_until, f.rank, f.title, f.id LIMIT ${SHOWN}::int`,
    )
  },
  /** Of assessments of these days that were approved by then; of some deployments, or with none named of all. */
  async evidence(
    { from, to }: { from: string; to: string },
    { asOf, deploymentIds }: { asOf: string; deploymentIds: readonly string[] },
  ): Promise<ReportedEvidence[]> {
    return tx.$queryRaw<ReportedEvidence[]>`
      SELECT w.capability, d.name AS deployment, e.title, e.kind::text AS kind, e.sha256,
        e.collected_on::text AS "collectedOn", e.expires_on::text AS "expiresOn", e.collector
      FROM assessments a
      JOIN deployments d ON d.organization_id = a.organization_id AND d.id = a.deployment_id
      JOIN answers w ON w.organization_id = a.organization_id AND w.assessment_id = a.id
      JOIN evidence e ON e.organization_id = w.organization_id AND e.answer_id = w.id
      WHERE a.organization_id = ${organizationId}::uuid AND a.state = 'approved' AND a.approved_at <= ${new Date(asOf)}
        AND a.as_of <= ${to}::date AND a.as_of > (${from}::date - interval '13 months')::date
        AND (cardinality(${arrayLiteral(deploymentIds)}::uuid[]) = 0
          OR a.deployment_id = ANY(${arrayLiteral(deploymentIds)}::uuid[]))
      ORDER BY w.capability, d.name, e.collected_on, e.title, e.id`
  },
  /** Incidents and audits that name the deployment. */
  async recordsOf(deploymentId: string, asOf: string): Promise<DeploymentRecords> {
    const [incidents, recent, audits] = await Promise.all([
      tx.$queryRaw<DeploymentRecords['incidents'][number][]>`
        SELECT severity::text AS severity, count(*)::int AS incidents,
          (count(*) FILTER (WHERE resolved_at IS NULL))::int AS open
        FROM incidents WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deploymentId}::uuid
          AND counted_at <= ${new Date(asOf)}
        GROUP BY severity ORDER BY incidents.severity`,
      tx.$queryRaw<WithTotal<DeploymentRecords['recent']['items'][number]>[]>`
        SELECT external_id AS "externalId", title, severity::text AS severity,
          to_char(counted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "countedAt",
          to_char(resolved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "resolvedAt",
          count(*) OVER ()::int AS total
        FROM incidents WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deploymentId}::uuid
          AND counted_at <= ${new Date(asOf)}
        ORDER BY counted_at DESC, id DESC LIMIT 25`,
      tx.$queryRaw<WithTotal<DeploymentRecords['audits']['items'][number]>[]>`
        SELECT framework, audited_on::text AS "auditedOn", assessed, passed, failed, not_applicable AS "notApplicable",
          source, count(*) OVER ()::int AS total
        FROM compliance_audits WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deploymentId}::uuid
          AND audited_on <= ${asOf.slice(0, 10)}::date
        ORDER BY audited_on DESC, framework, id LIMIT 40`,
    ])
    return { incidents, recent: counted(recent), audits: counted(audits) }
  },
})
