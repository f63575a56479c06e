import type { RunFinding } from '@/lib/evidence/oscal/run-facts'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'
import { Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { arrayLiteral } from './array-literal'

const { sql } = Prisma

/** What speaks for a scope, and when it last changed. */
export type SpokenFor = { id: string; changedAt: Instant }
type Row = { id: string; changedAt: Date }

const toSpokenFor = ({ id, changedAt }: Row): SpokenFor => ({ id, changedAt: new Date(changedAt).toISOString() })

const instant = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** What OSCAL documents are made of that no page shows: all of a scope, and findings as they stood when a run ended. */
export const oscalFactReader = (tx: Tx, organizationId: string) => ({
  /** Approved assessments that speak for a day of the period, for a year from their own; by day and id. */
  async assessments({ period, deploymentIds }: AuditScope, asOf: Instant): Promise<SpokenFor[]> {
    const ids = arrayLiteral(deploymentIds)
    const rows = await tx.$queryRaw<Row[]>`
      SELECT id::text, approved_at AS "changedAt" FROM assessments
      WHERE organization_id = ${organizationId}::uuid AND state = 'approved' AND approved_at <= ${new Date(asOf)}
        AND as_of <= ${period.to}::date AND as_of > (${period.from}::date - interval '12 months')::date
        AND (cardinality(${ids}::uuid[]) = 0 OR deployment_id = ANY(${ids}::uuid[]))
      ORDER BY as_of, id`
    return rows.map(toSpokenFor)
  },

  /** The last run of each connection in each quarter of the period that reached its verdicts; by when it ended and id. */
  async runs({ period, deploymentIds }: AuditScope, asOf: Instant): Promise<SpokenFor[]> {
    const ids = arrayLiteral(deploymentIds)
    const rows = await tx.$queryRaw<Row[]>`
      SELECT id, "changedAt" FROM (
        SELECT DISTINCT ON (r.connection_id, date_trunc('quarter', r.finished_at AT TIME ZONE 'UTC'))
          r.id::text AS id, r.finished_at AS "changedAt"
        FROM runs r JOIN connections c ON c.organization_id = r.organization_id AND c.id = r.connection_id
        WHERE r.organization_id = ${organizationId}::uuid AND r.state = 'done' AND r.finished_at <= ${new Date(asOf)}
          AND r.finished_at >= ${period.from}::timestamp AT TIME ZONE 'UTC'
          AND r.finished_at < (${period.to}::date + 1)::timestamp AT TIME ZONE 'UTC'
          AND (cardinality(${ids}::uuid[]) = 0 OR c.deployment_id IS NULL OR c.deployment_id = ANY(${ids}::uuid[]))
        ORDER BY r.connection_id, date_trunc('quarter', r.finished_at AT TIME ZONE 'UTC'), r.finished_at DESC, r.id DESC
      ) last ORDER BY "changedAt", id`
    return rows.map(toSpokenFor)
  },

  /**
   * At most `take` findings of our checks that were open at an instant, by id, after that one. Whether one was open is what
   * its last transition by then says, so that a run of the past is told as it was.
   */
  findings({ connectionId, at, after, take }: FindingsAt): Promise<RunFinding[]> {
    const day = at.slice(0, 10)
    return tx.$queryRaw<RunFinding[]>`
      SELECT f.id::text, f.check_id AS "checkId", f.title, f.message, f.severity::text, f.resource_type AS "resourceType",
        f.resource_id AS "resourceId", f.resource_name AS "resourceName", f.account, nullif(f.region, '') AS region,
        ${instant('f.opened_at')} AS "openedAt", (
          SELECT e.until::text FROM finding_exceptions e
          WHERE e.organization_id = f.organization_id AND e.finding_id = f.id AND e.granted_at <= ${at}::timestamptz
            AND e.until >= ${day}::date AND (e.ended_at IS NULL OR e.ended_at > ${at}::timestamptz)
          ORDER BY e.granted_at DESC, e.id DESC LIMIT 1) AS "exceptionUntil"
      FROM findings f
      WHERE f.organization_id = ${organizationId}::uuid AND f.connection_id = ${connectionId}::uuid AND f.source = 'check'
        AND f.opened_at <= ${at}::timestamptz AND ${openAt(at)}
        ${after === null ? Prisma.empty : sql`AND f.id > ${after}::uuid`}
      ORDER BY f.id LIMIT ${take}::int`
  },
})

type FindingsAt = { connectionId: string; at: Instant; after: string | null; take: number }

/** What never changed needs no look at its transitions. */
const openAt = (at: Instant): Prisma.Sql => sql`((f.state = 'open' AND f.reopened = 0) OR coalesce((
  SELECT v.kind FROM finding_events v
  WHERE v.organization_id = f.organization_id AND v.finding_id = f.id AND v.at <= ${at}::timestamptz
    AND v.kind IN ('opened', 'reopened', 'resolved')
  ORDER BY v.at DESC, v.id DESC LIMIT 1), 'opened') <> 'resolved')`
