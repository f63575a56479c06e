import type { LastRun } from '@/lib/model/connection-view'
import type { Page, PageRequest } from '@/lib/model/page'
import { type Run, RunTotals, type UnitState } from '@/lib/model/run'
import { ACTIVE_STATES, type RunFilter } from '@/lib/model/run-filter'
import type { Prisma, Run as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { toInstantOrNull } from './calendar'
import { recordPage } from './record-page'
import { HAS_GAPS } from './run-details'

type Named = Row & { connection: { name: string } }
type Progress = Run['progress']

const WITH_NAME = { connection: { select: { name: true } } } as const
const NO_PROGRESS: Progress = {
  units: { waiting: 0, running: 0, ok: 0, denied: 0, failed: 0, cancelled: 0 },
  gaps: 0,
  pages: 0,
  items: 0,
  calls: 0,
}

const toRun = (row: Named, progress: Progress = NO_PROGRESS): Run => ({
  id: row.id,
  connectionId: row.connectionId,
  connectionName: row.connection.name,
  state: row.state,
  trigger: row.trigger as Run['trigger'],
  requestedBy: row.requestedBy,
  createdAt: row.createdAt.toISOString(),
  startedAt: toInstantOrNull(row.startedAt),
  finishedAt: toInstantOrNull(row.finishedAt),
  cancelAskedAt: toInstantOrNull(row.cancelAskedAt),
  cancelledBy: row.cancelledBy,
  error: row.error,
  totals: totalsOf(row),
  snapshot: row.snapshot,
  ...(row.snapshotRemovedAt ? { snapshotRemovedAt: row.snapshotRemovedAt.toISOString() } : {}),
  formula: row.formula,
  progress,
})

const totalsOf = ({ totals }: Pick<Row, 'totals'>): RunTotals | null =>
  totals === null ? null : RunTotals.parse(totals)

const clauseOf = ({ connection, state }: RunFilter): Prisma.RunWhereInput => ({
  connectionId: connection,
  state: state === 'active' ? { in: [...ACTIVE_STATES] } : state,
})

/** What follows a place in the order newest first; the first clause is the one the index can use. */
const following = (after: { at: string; id: string } | null): Prisma.RunWhereInput[] =>
  after === null
    ? []
    : [{ createdAt: { lte: after.at } }, { OR: [{ createdAt: { lt: after.at } }, { id: { gt: after.id } }] }]

/** Runs as their readers see them, with how far each is. */
export const runReader = (tx: Tx, organizationId: string) => ({
  /** Newest first. Throws `invalid` when the cursor is not one of this list. */
  page: (filter: RunFilter, request: PageRequest): Promise<Page<Run>> =>
    recordPage(
      {
        list: 'runs',
        organizationId,
        placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
        rows: async (after, take) => {
          const rows = await tx.run.findMany({
            where: { organizationId, AND: [clauseOf(filter), ...following(after)] },
            orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
            include: WITH_NAME,
            take,
          })
          const progress = await progressOf(tx, organizationId, rows)
          return rows.map((row) => toRun(row, progress.get(row.id)))
        },
      },
      request,
    ),
  async get(id: string): Promise<Run> {
    const where = { organizationId_id: { organizationId, id } }
    const row = found(await tx.run.findUnique({ where, include: WITH_NAME }))
    return toRun(row, (await progressOf(tx, organizationId, [row])).get(id))
  },
  /** The newest run of each of these connections. */
  async latestOf(connectionIds: readonly string[]): Promise<Map<string, LastRun>> {
    const rows = await tx.run.findMany({
      where: { organizationId, connectionId: { in: [...connectionIds] } },
      orderBy: [{ connectionId: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
      distinct: ['connectionId'],
    })
    const progress = await progressOf(tx, organizationId, rows)
    return new Map(rows.map((row) => [row.connectionId, toLastRun(row, progress.get(row.id)?.gaps ?? 0)]))
  },
})

const toLastRun = (row: Row, gaps: number): LastRun => ({
  id: row.id,
  state: row.state,
  createdAt: row.createdAt.toISOString(),
  finishedAt: toInstantOrNull(row.finishedAt),
  error: row.error,
  totals: totalsOf(row),
  gaps,
})

type Counted = { runId: string; state: UnitState; units: number } & Omit<Progress, 'units'>

async function progressOf(tx: Tx, organizationId: string, runs: readonly Row[]): Promise<Map<string, Progress>> {
  const ids = runs.map(({ id }) => id)
  const counted = await tx.$queryRaw<Counted[]>`
    SELECT run_id::text AS "runId", state::text, count(*)::int AS units, sum(pages)::int AS pages,
      sum(items)::int AS items, sum(calls)::int AS calls, count(*) FILTER (WHERE ${HAS_GAPS})::int AS gaps
    FROM run_units WHERE organization_id = ${organizationId}::uuid AND run_id = ANY (${ids}::uuid[])
    GROUP BY run_id, run_units.state`
  const all = new Map<string, Progress>()
  for (const { runId, state, units, ...more } of counted) {
    const before = all.get(runId) ?? NO_PROGRESS
    all.set(runId, {
      units: { ...before.units, [state]: units },
      gaps: before.gaps + more.gaps,
      pages: before.pages + more.pages,
      items: before.items + more.items,
      calls: before.calls + more.calls,
    })
  }
  return all
}
