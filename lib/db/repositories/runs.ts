import type { Run, RunState, RunTotals } from '@/lib/model/run'
import { found, type Tx } from '../scope'
import { toInstantOrNull } from './calendar'

export type NewRun = Pick<Run, 'id' | 'connectionId' | 'trigger' | 'requestedBy'> & {
  state?: RunState
  createdAt?: Date
  startedAt?: Date
}

/** A run as whoever executes it needs to know it. */
export type ExecutedRun = {
  id: string
  connectionId: string
  state: RunState
  startedAt: string | null
  finishedAt: string | null
  cancelAskedAt: string | null
  snapshot: string | null
  error: string | null
  totals: RunTotals | null
}

/** How a run ends. */
export type RunEnd = { state: 'done' | 'failed'; at: Date; error: string | null; totals: RunTotals }

const GOING: RunState[] = ['queued', 'running', 'evaluating']

/**
 * Runs as they are executed: who works on one holds its lease, and a step that says `false` was not taken, because the
 * run was cancelled or the lease is somebody else's. Leases are measured by the database's clock.
 */
export const runRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  const did = async (count: Promise<number>): Promise<boolean> => (await count) > 0
  return {
    async add(run: NewRun): Promise<void> {
      await tx.run.create({ data: { organizationId, ...run } })
    },
    async executed(id: string): Promise<ExecutedRun> {
      const row = found(await tx.run.findUnique({ where: at(id) }))
      return {
        id: row.id,
        connectionId: row.connectionId,
        state: row.state,
        startedAt: toInstantOrNull(row.startedAt),
        finishedAt: toInstantOrNull(row.finishedAt),
        cancelAskedAt: toInstantOrNull(row.cancelAskedAt),
        snapshot: row.snapshot,
        error: row.error,
        totals: row.totals as RunTotals | null,
      }
    },
    /** The run of a connection that has not ended; null without one. Holds the connection, so that only one starts. */
    async goingOn(connectionId: string): Promise<string | null> {
      await tx.$queryRaw`SELECT 1 FROM connections
        WHERE organization_id = ${organizationId}::uuid AND id = ${connectionId}::uuid FOR NO KEY UPDATE`
      const where = { organizationId, connectionId, state: { in: GOING } }
      return (await tx.run.findFirst({ where, select: { id: true } }))?.id ?? null
    },
    /** Takes the lease of a queued run, to plan it, or of one whose units have ended, to evaluate it; unless somebody holds it. */
    take: (id: string, by: string, seconds: number, becomes: 'queued' | 'evaluating'): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE runs SET state = ${becomes}::"RunState", lease_by = ${by}, lease_until = clock_timestamp() + make_interval(secs => ${seconds}),
          started_at = coalesce(started_at, clock_timestamp())
        WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid 
          AND (state::text = ${becomes} OR (${becomes} = 'evaluating' AND state = 'running'))
          AND (lease_until IS NULL OR lease_until < clock_timestamp() OR lease_by = ${by})`),
    /** Prolongs the lease and holds the run until the transaction ends. */
    renew: (id: string, by: string, seconds: number): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE runs SET lease_until = clock_timestamp() + make_interval(secs => ${seconds})
        WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND lease_by = ${by}
          AND state IN ('queued', 'running', 'evaluating')`),
    /** Its units are planned: they can be worked on, and the lease is given back. */
    begin: (id: string, by: string): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE runs SET state = 'running', lease_by = NULL, lease_until = NULL
        WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND lease_by = ${by}
          AND state = 'queued'`),
    async putSnapshot(id: string, snapshot: string, formula: string): Promise<void> {
      await tx.run.update({ where: at(id), data: { snapshot, formula } })
    },
    async putTotals(id: string, totals: RunTotals): Promise<void> {
      await tx.run.update({ where: at(id), data: { totals } })
    },
    /** Ends a run whose lease is held. */
    async end(id: string, by: string, { state, at: finishedAt, error, totals }: RunEnd): Promise<boolean> {
      const { count } = await tx.run.updateMany({
        where: { organizationId, id, leaseBy: by, state: { in: GOING } },
        data: { state, finishedAt, error, totals, leaseBy: null, leaseUntil: null },
      })
      return count > 0
    },
    /** What is shown of a connection rests on this run from now on. */
    async showOf(connectionId: string, runId: string): Promise<void> {
      const where = { organizationId_id: { organizationId, id: connectionId } }
      await tx.connection.update({ where, data: { latestRunId: runId } })
    },
    /** Ends a run that has not ended, whoever works on it. */
    async cancel(id: string, by: string, now: Date): Promise<boolean> {
      const { count } = await tx.run.updateMany({
        where: { organizationId, id, state: { in: GOING } },
        data: {
          state: 'cancelled',
          cancelAskedAt: now,
          cancelledBy: by,
          finishedAt: now,
          leaseBy: null,
          leaseUntil: null,
        },
      })
      return count > 0
    },
  }
}
