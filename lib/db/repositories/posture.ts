import { newId } from '@/lib/kernel/id'
import type { StandingVerdict } from '@/lib/maturity/standing-verdict'
import { CheckStanding } from '@/lib/model/check-view'
import type { Day } from '@/lib/model/instant'
import { Posture } from '@/lib/model/posture'
import { type PostureHistory, PosturePoint as PosturePointShown } from '@/lib/model/posture-report'
import type { Verdict } from '@/lib/model/verdict'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

type Row = Omit<StandingVerdict, 'factsAt' | 'verdict'> & { verdict: Verdict; factsAt: Date }
type StandingRow = Omit<CheckStanding, 'factsAt'> & { factsAt: Date }
type PointRow = { at: Date; runId: string; posture: unknown }

/** A posture as it was recorded, and the run that gave occasion. */
export type PosturePoint = { at: string; runId: string; posture: Posture }

const toPoint = ({ at, runId, posture }: PointRow): PosturePoint => ({
  at: new Date(at).toISOString(),
  runId,
  posture: Posture.parse(posture),
})

/** What the newest runs of the connections say, and what was said before. */
export const postureReader = (tx: Reading, organizationId: string) => ({
  /**
   * One row a check and connection. A deployment is fed by its own connections and by those of the whole organization;
   * without one all connections count. `without` leaves out one connection, to see what something else in its place says.
   */
  async verdicts(deploymentId: string | null, without: string | null = null): Promise<StandingVerdict[]> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT v.check_id AS "checkId", CASE WHEN bool_or(v.verdict = 'fail') THEN 'fail'
          WHEN bool_or(v.verdict = 'unknown') THEN 'unknown' WHEN bool_or(v.verdict = 'pass') THEN 'pass'
          ELSE 'not_applicable' END AS verdict,
        sum(v.numerator)::int AS numerator, sum(v.denominator)::int AS denominator, sum(v.undecided)::int AS undecided,
        bool_or(v.verdict IN ('fail', 'unknown') AND jsonb_array_length(v.gaps) > 0) AS incomplete,
        min(v.facts_at) AS "factsAt"
      FROM connections c
      JOIN check_verdicts v ON v.organization_id = c.organization_id AND v.run_id = c.latest_run_id
      WHERE c.organization_id = ${organizationId}::uuid
        AND (${deploymentId}::uuid IS NULL OR c.deployment_id IS NULL OR c.deployment_id = ${deploymentId}::uuid)
        AND (${without}::uuid IS NULL OR c.id <> ${without}::uuid)
      GROUP BY v.check_id, c.id ORDER BY v.check_id, c.id`
    return rows.map((row) => ({ ...row, factsAt: new Date(row.factsAt).toISOString() }))
  },

  /** The newest point of a deployment from no later than the end of a day (UTC), whatever its age; null before the first. */
  async pointOn(deploymentId: string, day: Day): Promise<PosturePoint | null> {
    const [row] = await tx.$queryRaw<PointRow[]>`
      SELECT at, run_id::text AS "runId", posture FROM posture_points
      WHERE organization_id = ${organizationId}::uuid AND deployment_id = ${deploymentId}::uuid
        AND at < (${day}::date + 1)::timestamp AT TIME ZONE 'UTC'
      ORDER BY at DESC, id DESC LIMIT 1`
    return row ? toPoint(row) : null
  },

  /** Newest first, without capabilities. `deploymentId` null is the whole organization. */
  async history(deploymentId: string | null, limit: number): Promise<PostureHistory['points']> {
    const rows = await tx.$queryRaw<(PointRow & { connectionName: string })[]>`
      SELECT p.at, p.run_id::text AS "runId", c.name AS "connectionName",
        p.posture || jsonb_build_object('layers', (
          SELECT jsonb_agg(layer.value - 'capabilities' ORDER BY layer.place)
          FROM jsonb_array_elements(p.posture->'layers') WITH ORDINALITY AS layer (value, place))) AS posture
      FROM posture_points p
      JOIN runs r ON r.organization_id = p.organization_id AND r.id = p.run_id
      JOIN connections c ON c.organization_id = r.organization_id AND c.id = r.connection_id
      WHERE p.organization_id = ${organizationId}::uuid AND p.deployment_id IS NOT DISTINCT FROM ${deploymentId}::uuid
      ORDER BY p.at DESC, p.id DESC LIMIT ${limit}`
    return rows.map(({ runId, connectionName, posture }) =>
      PosturePointShown.parse({ ...(posture as object), runId, connectionName }),
    )
  },

  /** What a check said in the newest run of each connection, account by account. */
  async ofCheck(checkId: string): Promise<CheckStanding[]> {
    const rows = await tx.$queryRaw<StandingRow[]>`
      SELECT c.id::text AS "connectionId", c.name AS "connectionName", v.run_id::text AS "runId", v.account,
        v.verdict::text AS verdict, v.numerator, v.denominator, v.undecided, v.gaps, v.facts_at AS "factsAt",
        v.check_id AS "checkId"
      FROM connections c
      JOIN check_verdicts v ON v.organization_id = c.organization_id AND v.run_id = c.latest_run_id
      WHERE c.organization_id = ${organizationId}::uuid AND v.check_id = ${checkId}
      ORDER BY c.name, v.account LIMIT 500`
    return rows.map((row) => CheckStanding.parse({ ...row, factsAt: new Date(row.factsAt).toISOString() }))
  },
})

export const postureRepository = (tx: Tx, organizationId: string) => ({
  ...postureReader(tx, organizationId),
  /** Keeps one point a run and deployment, so that a run evaluated again after a crash leaves one. */
  async record(runId: string, deploymentId: string | null, posture: Posture): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO posture_points (organization_id, id, run_id, deployment_id, at, formula, posture)
      SELECT ${organizationId}::uuid, ${newId()}::uuid, ${runId}::uuid, ${deploymentId}::uuid, ${new Date(posture.at)},
        ${posture.formula}, ${JSON.stringify(posture)}::jsonb
      WHERE NOT EXISTS (SELECT 1 FROM posture_points WHERE organization_id = ${organizationId}::uuid
        AND run_id = ${runId}::uuid AND deployment_id IS NOT DISTINCT FROM ${deploymentId}::uuid)`
  },
})
