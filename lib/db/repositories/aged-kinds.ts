import type { Day } from '@/lib/model/instant'
import type { RecordKind } from '@/lib/model/record-kind'
import { Prisma } from '../generated/client'

const { sql } = Prisma

type Age = {
  organizationId: string
  /** Records whose day lies before this one. */
  before: Day
  /** UTC. */
  today: Day
}

const dayOf = (column: string) => Prisma.raw(`(${column} AT TIME ZONE 'UTC')::date`)
const startOf = (day: Day) => sql`(${day}::date)::timestamp AT TIME ZONE 'UTC'`

/**
 * The records of a kind that are past their time, whoever holds them: `id`, the `day` they are counted from, `from_day`
 * when what they are about began, and `needed`, why they cannot go yet (null when they can). Of a run the day it ended, of
 * a pack the day it was finished, of evidence the later of the day its assessment speaks for and the day it expires.
 */
export const AGED: Readonly<Record<RecordKind, (age: Age) => Prisma.Sql>> = {
  snapshots: ({ organizationId, before }) => sql`
    SELECT r.id, ${dayOf('r.created_at')} AS from_day, ${dayOf('r.finished_at')} AS day,
      CASE WHEN EXISTS (SELECT 1 FROM connections c WHERE c.organization_id = ${organizationId}::uuid
          AND c.organization_id = r.organization_id AND c.id = r.connection_id AND c.latest_run_id = r.id)
        THEN 'of the newest run of a connection, on which its findings and verdicts rest' END AS needed
    FROM runs r
    WHERE r.organization_id = ${organizationId}::uuid AND r.snapshot_removed_at IS NULL
      AND r.finished_at < ${startOf(before)}
      AND (r.snapshot IS NOT NULL OR EXISTS (SELECT 1 FROM run_units u WHERE u.organization_id = ${organizationId}::uuid
        AND u.organization_id = r.organization_id AND u.run_id = r.id AND u.part IS NOT NULL))`,
  'run-logs': ({ organizationId, before }) => sql`
    SELECT e.id, ${dayOf('e.at')} AS from_day, ${dayOf('e.at')} AS day,
      CASE WHEN r.finished_at IS NULL THEN 'of a run that has not ended' END AS needed
    FROM run_events e JOIN runs r ON r.organization_id = e.organization_id AND r.id = e.run_id
    WHERE e.organization_id = ${organizationId}::uuid AND r.organization_id = ${organizationId}::uuid
      AND e.at < ${startOf(before)}`,
  decisions: ({ organizationId, before }) => sql`
    SELECT d.id, ${dayOf('d.at')} AS from_day, ${dayOf('d.at')} AS day, NULL::text AS needed
    FROM access_decisions d WHERE d.organization_id = ${organizationId}::uuid AND d.at < ${startOf(before)}`,
  'resolved-findings': ({ organizationId, before, today }) => sql`
    SELECT f.id, ${dayOf('f.opened_at')} AS from_day, ${dayOf('f.resolved_at')} AS day,
      CASE WHEN f.exception_until >= ${today}::date THEN 'with an exception that is in force' END AS needed
    FROM findings f
    WHERE f.organization_id = ${organizationId}::uuid AND f.rank >= 10 AND f.state = 'resolved'
      AND f.resolved_at < ${startOf(before)}`,
  evidence: ({ organizationId, before }) => sql`
    SELECT * FROM (
      SELECT e.id, least(e.collected_on, s.as_of) AS from_day, greatest(s.as_of, e.expires_on) AS day,
        CASE WHEN s.id = (SELECT newest.id FROM assessments newest WHERE newest.organization_id = ${organizationId}::uuid
            AND newest.organization_id = s.organization_id AND newest.deployment_id = s.deployment_id
            AND newest.state = 'approved' ORDER BY newest.as_of DESC, newest.approved_at DESC LIMIT 1)
          THEN 'of the latest approved assessment of a deployment' END AS needed
      FROM evidence e
      JOIN answers a ON a.organization_id = e.organization_id AND a.id = e.answer_id
      JOIN assessments s ON s.organization_id = a.organization_id AND s.id = a.assessment_id
      WHERE e.organization_id = ${organizationId}::uuid AND a.organization_id = ${organizationId}::uuid
        AND s.organization_id = ${organizationId}::uuid AND s.state = 'approved' AND e.kind = 'file'
        AND e.removed_at IS NULL) of_approved
    WHERE day < ${before}::date`,
  packs: ({ organizationId, before }) => sql`
    SELECT p.id, p.from_day, ${dayOf('p.finished_at')} AS day, NULL::text AS needed
    FROM evidence_packs p
    WHERE p.organization_id = ${organizationId}::uuid AND p.state = 'done' AND p.removed_at IS NULL
      AND p.finished_at < ${startOf(before)}`,
}
