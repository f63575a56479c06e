import { gunzipSync, gzipSync } from 'node:zlib'
import { newId } from '@/lib/kernel/id'
import { Coverage, type UnitScope } from '@/lib/model/coverage'
import type { Tx } from '../scope'

/** Where a unit goes on. `cursor` is what the step named for its next page, null to begin the step. */
export type Checkpoint = {
  step: number
  cursor: unknown
  pages: number
  items: number
  calls: number
  busyMs: number
  coverage: readonly Coverage[]
}

/** A unit whose lease is held: by `lease`, which no two claims share. `attempts` counts tries of its next page. */
export type HeldUnit = Checkpoint & {
  id: string
  runId: string
  lease: string
  scope: UnitScope
  attempts: number
  resumed: boolean
}

/** How many units may be worked on at once: of one account, and of how many accounts. */
export type UnitLimits = { perAccount: number; accounts: number; leaseSeconds: number }

type Row = Omit<HeldUnit, 'scope' | 'lease' | 'coverage'> & UnitScope & { coverage: unknown }

/**
 * Units while they are worked on. Whoever holds a lease writes; what it says is written only while the lease is its own,
 * and `false` tells that it is not any more.
 */
export const unitLeases = (tx: Tx, organizationId: string) => {
  const did = async (count: Promise<number>): Promise<boolean> => (await count) > 0
  return {
    /** The next unit of a running run that may be worked on now; null when there is none. Claims of a run come one by one. */
    async claim(runId: string, { perAccount, accounts, leaseSeconds }: UnitLimits): Promise<HeldUnit | null> {
      const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM runs WHERE organization_id = ${organizationId}::uuid
        AND id = ${runId}::uuid AND state = 'running' FOR NO KEY UPDATE`
      if (held.length === 0) return null
      const lease = newId()
      const [row] = await tx.$queryRaw<Row[]>`
        WITH busy AS (
          SELECT account, count(*) AS units FROM run_units WHERE organization_id = ${organizationId}::uuid
            AND run_id = ${runId}::uuid AND state = 'running' AND lease_until >= clock_timestamp() GROUP BY account),
        next AS (
          SELECT u.id, u.state = 'running' AS resumed FROM run_units u LEFT JOIN busy b ON b.account = u.account
          WHERE u.organization_id = ${organizationId}::uuid AND u.run_id = ${runId}::uuid
            AND ((u.state = 'waiting' AND (u.not_before IS NULL OR u.not_before <= clock_timestamp()))
              OR (u.state = 'running' AND u.lease_until < clock_timestamp()))
            AND coalesce(b.units, 0) < ${perAccount}
            AND (b.units IS NOT NULL OR (SELECT count(*) FROM busy) < ${accounts})
          ORDER BY u.pages > 0 DESC, b.units IS NULL, u.account, u.id LIMIT 1 FOR UPDATE OF u SKIP LOCKED)
        UPDATE run_units u SET state = 'running', lease_by = ${lease}, not_before = NULL, attempts = u.attempts + 1,
          lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}),
          started_at = coalesce(u.started_at, clock_timestamp())
        FROM next WHERE u.organization_id = ${organizationId}::uuid AND u.id = next.id
        RETURNING u.id::text AS id, u.run_id::text AS "runId", u.account, nullif(u.region, '') AS region, u.service,
          u.attempts, u.step, u.cursor, u.pages, u.items, u.calls, u.busy_ms AS "busyMs", u.coverage, next.resumed`
      if (!row) return null
      const { account, region, service, coverage, ...rest } = row
      return { ...rest, lease, scope: { account, region, service }, coverage: Coverage.array().parse(coverage) }
    },
    /** Stores a page and where to go on after it, together. */
    async keep(unit: HeldUnit, next: Checkpoint, resources: readonly object[]): Promise<boolean> {
      const cursor = next.cursor === null ? null : JSON.stringify(next.cursor)
      const isHeld = await did(tx.$executeRaw`
        UPDATE run_units SET step = ${next.step}, cursor = ${cursor}::jsonb, pages = ${next.pages}, items = ${next.items},
          calls = ${next.calls}, busy_ms = ${next.busyMs}, coverage = ${JSON.stringify(next.coverage)}::jsonb, attempts = 1
        WHERE organization_id = ${organizationId}::uuid AND id = ${unit.id}::uuid AND lease_by = ${unit.lease}
          AND state = 'running'`)
      if (!isHeld || resources.length === 0) return isHeld
      const content = new Uint8Array(gzipSync(JSON.stringify(resources), { level: 1 }))
      await tx.runPage.create({ data: { organizationId, id: newId(), unitId: unit.id, seq: unit.pages, content } })
      return true
    },
    /** Prolongs leases; tells which of them are still held. */
    async renew(leases: readonly string[], seconds: number): Promise<ReadonlySet<string>> {
      const rows = await tx.$queryRaw<{ lease: string }[]>`
        UPDATE run_units SET lease_until = clock_timestamp() + make_interval(secs => ${seconds})
        WHERE organization_id = ${organizationId}::uuid AND lease_by = ANY (${[...leases]}::text[]) AND state = 'running'
        RETURNING lease_by AS lease`
      return new Set(rows.map(({ lease }) => lease))
    },
    /** Gives a unit back as it is stored, to go on at once or after a while. `attempts` are the tries of its next page. */
    release: (unit: HeldUnit, after: { waitMs: number; attempts: number; busyMs: number }): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE run_units SET state = 'waiting', lease_by = NULL, lease_until = NULL, attempts = ${after.attempts},
          busy_ms = ${after.busyMs},
          not_before = clock_timestamp() + make_interval(secs => ${after.waitMs / 1000}::float)
        WHERE organization_id = ${organizationId}::uuid AND id = ${unit.id}::uuid AND lease_by = ${unit.lease}
          AND state = 'running'`),
    /** The resources of a unit's pages as they were stored, page by page. */
    async *pages(unitId: string): AsyncGenerator<unknown[]> {
      const where = { organizationId, unitId }
      const seqs = await tx.runPage.findMany({ where, orderBy: { seq: 'asc' }, select: { id: true } })
      for (const { id } of seqs) {
        const page = await tx.runPage.findUnique({ where: { organizationId_id: { organizationId, id } } })
        if (page) yield JSON.parse(gunzipSync(page.content).toString('utf8')) as unknown[]
      }
    },
    /** Ends a unit: its part is kept, so its pages are not needed any more. */
    async end(unit: HeldUnit, ended: UnitEnd): Promise<boolean> {
      const { state, error, coverage, part, busyMs } = ended
      const { count } = await tx.runUnit.updateMany({
        where: { organizationId, id: unit.id, leaseBy: unit.lease, state: 'running' },
        data: {
          state,
          error,
          busyMs,
          coverage: [...coverage],
          items: part?.resources ?? 0,
          part: part?.sha256 ?? null,
          partBytes: part?.bytes ?? null,
          finishedAt: new Date(),
          leaseBy: null,
          leaseUntil: null,
        },
      })
      if (count > 0) await tx.runPage.deleteMany({ where: { organizationId, unitId: unit.id } })
      return count > 0
    },
  }
}

export type UnitEnd = {
  state: 'ok' | 'denied' | 'failed'
  error: string | null
  coverage: readonly Coverage[]
  part: { sha256: string; bytes: number; resources: number } | null
  busyMs: number
}
