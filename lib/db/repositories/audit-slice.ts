import type { SignedHead } from '@/lib/evidence/audit-chain'
import { newId } from '@/lib/kernel/id'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { Instant } from '@/lib/model/instant'
import type { Period } from '@/lib/model/period'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'
import { CLOCK, ENTRY_COLUMNS, HEAD_COLUMNS } from './audit-columns'

const PAGE = 1_000

type Read = <T>(work: (tx: Reading) => Promise<T>) => Promise<T>

/** The stretch of a chain that was written in a period, as far as it reached at an instant. */
export const auditSliceReader = (read: Read, organizationId: string) => ({
  /** Entries by place. */
  async *entries({ from, to }: Period, asOf: Instant): AsyncGenerator<AuditEntry[]> {
    for (let after = 0; ; ) {
      const page = await read(
        (tx) => tx.$queryRaw<AuditEntry[]>`
          SELECT ${ENTRY_COLUMNS} FROM audit_entries
          WHERE organization_id = ${organizationId}::uuid AND audit_entries.seq > ${after}::int8
            AND audit_entries.at >= ${from}::date::timestamp AT TIME ZONE 'UTC'
            AND audit_entries.at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'
            AND audit_entries.at <= ${asOf}::timestamptz
          ORDER BY audit_entries.seq LIMIT ${PAGE}`,
      )
      if (page.length > 0) yield page
      const last = page.at(-1)
      if (!last || page.length < PAGE) return
      after = last.seq ?? 0
    }
  },
  /** Signed heads between two places, both included, that were signed by an instant. */
  heads: (first: number, last: number, asOf: Instant): Promise<SignedHead[]> =>
    read(
      (tx) => tx.$queryRaw<SignedHead[]>`
        SELECT ${HEAD_COLUMNS} FROM audit_checkpoints
        WHERE organization_id = ${organizationId}::uuid AND audit_checkpoints.seq BETWEEN ${first}::int8 AND ${last}::int8
          AND audit_checkpoints.at <= ${asOf}::timestamptz
        ORDER BY audit_checkpoints.seq`,
    ),
})

/**
 * Keeps the head of the chain for good as it stands, so that what was written until now ends in something signed also in
 * documents that are made later. Returns the instant: the chain is held, so nothing that is dated up to it is still to come.
 */
export const auditHeadKeeper = (tx: Tx, organizationId: string) => ({
  async keep(): Promise<Instant> {
    await tx.$queryRaw`SELECT seq FROM audit_chains WHERE organization_id = ${organizationId}::uuid FOR UPDATE`
    await tx.$executeRaw`
      INSERT INTO audit_checkpoints (organization_id, id, seq, hash, at, kid, signature)
      SELECT organization_id, ${newId()}::uuid, seq, hash, at, kid, signature FROM audit_chains
      WHERE organization_id = ${organizationId}::uuid AND seq > 0
      ON CONFLICT (organization_id, seq) DO NOTHING`
    const [clock] = await tx.$queryRaw<{ now: Instant }[]>`SELECT ${CLOCK} AS now`
    return clock?.now ?? new Date().toISOString()
  },
})
