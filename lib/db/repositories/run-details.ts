import { z } from 'zod'
import { Coverage } from '@/lib/model/coverage'
import type { Page, PageRequest } from '@/lib/model/page'
import type { RunEvent, RunUnit } from '@/lib/model/run'
import type { UnitFilter } from '@/lib/model/run-filter'
import { type RunEvent as EventRow, Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { fromCursor, toCursor } from './cursor'

/** A unit in which something could not be read: all of it, or an operation of it. */
export const HAS_GAPS = Prisma.sql`(run_units.state IN ('denied', 'failed')
  OR jsonb_path_exists(coverage, '$[*].error ? (@ != null)'))`

type UnitRow = Omit<RunUnit, 'coverage' | 'startedAt' | 'finishedAt'> & {
  coverage: unknown
  startedAt: Date | null
  finishedAt: Date | null
}

const toUnit = ({ coverage, startedAt, finishedAt, ...row }: UnitRow): RunUnit => ({
  ...row,
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
  coverage: Coverage.array().parse(coverage),
})

const toEvent = ({ id, at, level, unit, message }: EventRow): RunEvent => ({
  id,
  at: at.toISOString(),
  level: level as RunEvent['level'],
  unit,
  message,
})

/** The units of one run and what its log says. */
export const runDetailReader = (tx: Tx, organizationId: string) => ({
  /** By account, region and service. Throws `invalid` when the cursor is not one of this list. */
  async units(runId: string, filter: UnitFilter, { cursor, limit }: PageRequest): Promise<Page<RunUnit>> {
    const list = `units of ${runId}`
    const key = z.tuple([z.literal(list), z.literal(organizationId), z.string(), z.string(), z.string()])
    const after = cursor === undefined ? null : fromCursor(cursor, key)
    const rows = await unitsAfter(tx, [organizationId, runId], narrowed(filter, after), limit + 1)
    const items = rows.slice(0, limit).map(toUnit)
    const last = rows.length > limit ? items.at(-1) : undefined
    if (!last) return { items, nextCursor: null }
    return { items, nextCursor: toCursor([list, organizationId, last.account, last.region ?? '', last.service]) }
  },
  /** Oldest first. */
  async log(runId: string, { cursor, limit }: PageRequest): Promise<Page<RunEvent>> {
    const list = `log of ${runId}`
    const key = z.tuple([z.literal(list), z.literal(organizationId), z.uuid()])
    const found = await this.eventsAfter(runId, cursor === undefined ? null : fromCursor(cursor, key)[2], limit + 1)
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? toCursor([list, organizationId, last.id]) : null }
  },
  /** At most `take` events that were written after this one, oldest first. */
  async eventsAfter(runId: string, after: string | null, take: number): Promise<RunEvent[]> {
    const where = { organizationId, runId, ...(after === null ? {} : { id: { gt: after } }) }
    return (await tx.runEvent.findMany({ where, orderBy: { id: 'asc' }, take })).map(toEvent)
  },
})

function narrowed({ state, gaps }: UnitFilter, after: readonly string[] | null): Prisma.Sql {
  const [, , account, region, service] = after ?? []
  const clauses = [
    Prisma.sql`true`,
    ...(after
      ? [Prisma.sql`(run_units.account, run_units.region, run_units.service) > (${account}, ${region}, ${service})`]
      : []),
    ...(state ? [Prisma.sql`state = ${state}::"UnitState"`] : []),
    ...(gaps ? [HAS_GAPS] : []),
  ]
  return Prisma.join(clauses, ' AND ')
}

const unitsAfter = (
  tx: Tx,
  [organizationId, runId]: [string, string],
  narrowing: Prisma.Sql,
  take: number,
): Promise<UnitRow[]> =>
  tx.$queryRaw<UnitRow[]>`
    SELECT id::text, account, nullif(region, '') AS region, service, state::text, attempts, pages, items, calls, error,
      started_at AS "startedAt", finished_at AS "finishedAt", coverage
    FROM run_units
    WHERE organization_id = ${organizationId}::uuid AND run_id = ${runId}::uuid AND ${narrowing}
    ORDER BY run_units.account, run_units.region, run_units.service LIMIT ${take}`
