import { newId } from '@/lib/kernel/id'
import { Coverage, type UnitScope } from '@/lib/model/coverage'
import type { UnitState } from '@/lib/model/run'
import type { SnapshotPart } from '@/lib/model/snapshot'
import type { RunUnit as Row } from '../generated/client'
import type { Tx } from '../scope'
import { toInstantOrNull } from './calendar'

/** A unit that ended, as a snapshot lists it, with when it was read. */
export type EndedUnit = SnapshotPart & {
  state: UnitState
  calls: number
  error: string | null
  startedAt: string | null
  finishedAt: string | null
}

/** A unit that was read elsewhere and is recorded whole. */
export type RecordedUnit = UnitScope & {
  state: 'ok' | 'denied' | 'failed'
  coverage: readonly Coverage[]
  part: { sha256: string; bytes: number; resources: number } | null
  at: Date
}

const toEnded = (row: Row): EndedUnit => ({
  account: row.account,
  region: row.region === '' ? null : row.region,
  service: row.service,
  state: row.state,
  sha256: row.part,
  resources: row.part === null ? 0 : row.items,
  coverage: Coverage.array().parse(row.coverage),
  calls: row.calls,
  error: row.error,
  startedAt: toInstantOrNull(row.startedAt),
  finishedAt: toInstantOrNull(row.finishedAt),
})

/** The units of a run as a whole; working on one is in unitLeases. */
export const runUnitRepository = (tx: Tx, organizationId: string) => ({
  /** Adds the planned units; those that are there already stay as they are. */
  async plan(runId: string, units: readonly UnitScope[]): Promise<void> {
    const data = units.map(({ account, region, service }) => ({
      organizationId,
      id: newId(),
      runId,
      account,
      region: region ?? '',
      service,
    }))
    await tx.runUnit.createMany({ data, skipDuplicates: true })
  },
  async record(runId: string, units: readonly RecordedUnit[]): Promise<void> {
    const data = units.map(({ account, region, service, state, coverage, part, at }) => ({
      organizationId,
      id: newId(),
      runId,
      account,
      region: region ?? '',
      service,
      state,
      coverage: [...coverage],
      pages: coverage.reduce((sum, one) => sum + one.pages, 0),
      items: part?.resources ?? 0,
      part: part?.sha256 ?? null,
      partBytes: part?.bytes ?? null,
      startedAt: at,
      finishedAt: at,
    }))
    await tx.runUnit.createMany({ data })
  },
  /** All units, ordered as a snapshot orders them. */
  async ended(runId: string): Promise<EndedUnit[]> {
    const rows = await tx.runUnit.findMany({ where: { organizationId, runId } })
    return rows.sort(inOrder).map(toEnded)
  },
  /** How many have not ended, and the milliseconds until one of them can be worked on; null when one already can. */
  async open(runId: string): Promise<{ open: number; running: number; waitMs: number | null }> {
    const [row] = await tx.$queryRaw<{ open: number; running: number; waitMs: number | null }[]>`
      SELECT count(*)::int AS open, count(*) FILTER (WHERE state = 'running')::int AS running,
        (extract(epoch FROM min(CASE WHEN state = 'waiting' THEN coalesce(not_before, clock_timestamp())
          ELSE lease_until END) - clock_timestamp()) * 1000)::float AS "waitMs"
      FROM run_units WHERE organization_id = ${organizationId}::uuid AND run_id = ${runId}::uuid
        AND state IN ('waiting', 'running')`
    return row ?? { open: 0, running: 0, waitMs: null }
  },
  /** Ends every unit that has not ended and drops what was read of it. */
  async cancel(runId: string, now: Date): Promise<void> {
    const where = { organizationId, runId, state: { in: ['waiting', 'running'] as UnitState[] } }
    const data = { state: 'cancelled' as const, finishedAt: now, leaseBy: null, leaseUntil: null }
    await tx.runUnit.updateMany({ where, data })
    // Last, because a page may have been on its way before its unit was ended.
    await tx.runPage.deleteMany({ where: { organizationId, unit: { organizationId, runId } } })
  },
})

const inOrder = (a: Row, b: Row): number =>
  compare(a.account, b.account) || compare(a.region, b.region) || compare(a.service, b.service)

/** By code units, which is the same everywhere; collations are not. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
