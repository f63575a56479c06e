import { forOrganizations } from '../scope'
import { organizationBatches } from './organization-batches'

export type GoingRun = { organizationId: string; runId: string }

/**
 * Runs of all organizations that have not ended; with `quietSeconds` those alone that nobody has worked on for so long
 * although there is something to do.
 */
export async function goingRuns(quietSeconds: number | null): Promise<GoingRun[]> {
  const quiet = quietSeconds ?? 0
  const found: GoingRun[] = []
  for await (const ids of organizationBatches()) {
    const rows = await forOrganizations(
      ids,
      (tx) => tx.$queryRaw<GoingRun[]>`
        SELECT r.organization_id::text AS "organizationId", r.id::text AS "runId" FROM runs r
        WHERE r.organization_id = ANY (${ids}::uuid[]) AND r.state IN ('queued', 'running', 'evaluating')
          AND (${quietSeconds}::int IS NULL OR (
            r.created_at < clock_timestamp() - make_interval(secs => ${quiet})
            AND (r.lease_until IS NULL OR r.lease_until < clock_timestamp())
            AND NOT EXISTS (SELECT 1 FROM run_units u WHERE u.organization_id = r.organization_id AND u.run_id = r.id
              AND (u.lease_until > clock_timestamp()
                OR u.not_before > clock_timestamp() - make_interval(secs => ${quiet})
                OR u.finished_at > clock_timestamp() - make_interval(secs => ${quiet})))))
        ORDER BY r.id`,
    )
    found.push(...rows)
  }
  return found
}

/** A connection that runs by itself, with when it last did. */
export type Scheduled = {
  organizationId: string
  connectionId: string
  schedule: string
  jitterMinutes: number
  /** No time of the schedule before this one counts: when it was set, or when it last ran. */
  since: Date
}

/** Connections of all organizations that have a schedule, are not paused and have no run going on. */
export async function scheduledConnections(): Promise<Scheduled[]> {
  const found: Scheduled[] = []
  for await (const ids of organizationBatches()) {
    const rows = await forOrganizations(
      ids,
      (tx) => tx.$queryRaw<Scheduled[]>`
        SELECT c.organization_id::text AS "organizationId", c.id::text AS "connectionId", c.schedule,
          c.jitter_minutes AS "jitterMinutes",
          greatest(c.updated_at, (SELECT max(r.created_at) FROM runs r WHERE r.organization_id = c.organization_id
            AND r.connection_id = c.id AND r.trigger = 'schedule')) AS since
        FROM connections c
        WHERE c.organization_id = ANY (${ids}::uuid[]) AND c.schedule IS NOT NULL AND c.paused_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.organization_id = c.organization_id AND r.connection_id = c.id
            AND r.state IN ('queued', 'running', 'evaluating'))`,
    )
    found.push(...rows)
  }
  return found
}
