import type { RecordKind } from '@/lib/model/record-kind'
import type { Tx } from '../scope'
import { arrayLiteral } from './array-literal'
import { COUNT_MOVED, COUNTED } from './finding-merge'
import { namedSql } from './named-sql'

/** What happens to one batch of records: rows go; of what has files the row stays, marked with `at`. */
export const recordRemoval = (tx: Tx, organizationId: string) => {
  const named = (ids: readonly string[]) => arrayLiteral(ids)
  const acts: Record<RecordKind, (ids: readonly string[], at: Date) => Promise<number>> = {
    snapshots: (ids, at) => tx.$executeRaw`
      UPDATE runs SET snapshot_removed_at = ${at} WHERE organization_id = ${organizationId}::uuid
        AND id = ANY (${named(ids)}::uuid[]) AND snapshot_removed_at IS NULL`,
    evidence: (ids, at) => tx.$executeRaw`
      UPDATE evidence SET removed_at = ${at} WHERE organization_id = ${organizationId}::uuid
        AND id = ANY (${named(ids)}::uuid[]) AND removed_at IS NULL`,
    packs: (ids, at) => tx.$executeRaw`
      UPDATE evidence_packs SET removed_at = ${at} WHERE organization_id = ${organizationId}::uuid
        AND id = ANY (${named(ids)}::uuid[]) AND removed_at IS NULL`,
    'run-logs': (ids) => tx.$executeRaw`
      DELETE FROM run_events WHERE organization_id = ${organizationId}::uuid AND id = ANY (${named(ids)}::uuid[])`,
    decisions: (ids) => tx.$executeRaw`
      DELETE FROM access_decisions WHERE organization_id = ${organizationId}::uuid AND id = ANY (${named(ids)}::uuid[])`,
    'resolved-findings': (ids) => removeFindings(tx, organizationId, ids),
  }
  return {
    remove: (kind: RecordKind, ids: readonly string[], at: Date): Promise<number> => acts[kind](ids, at),
    /** Files of snapshots that were marked at this instant or before it and that no kept run names. */
    async snapshotFiles(at: Date): Promise<string[]> {
      const rows = await tx.$queryRaw<{ sha256: string }[]>`
        WITH named AS (
          SELECT u.part AS sha256, r.snapshot_removed_at AS removed_at
          FROM run_units u JOIN runs r ON r.organization_id = u.organization_id AND r.id = u.run_id
          WHERE u.organization_id = ${organizationId}::uuid AND r.organization_id = ${organizationId}::uuid
            AND u.part IS NOT NULL
          UNION ALL SELECT snapshot, snapshot_removed_at FROM runs
          WHERE organization_id = ${organizationId}::uuid AND snapshot IS NOT NULL)
        SELECT sha256 FROM named GROUP BY sha256 HAVING bool_and(removed_at IS NOT NULL) AND max(removed_at) = ${at}`
      return rows.map(({ sha256 }) => sha256)
    },
    /** Files of evidence that was marked at this instant; whether anything else names them is asked one by one. */
    async evidenceFiles(at: Date): Promise<string[]> {
      const where = { organizationId, removedAt: at, sha256: { not: null } }
      const rows = await tx.evidence.findMany({ where, select: { sha256: true }, distinct: ['sha256'] })
      return rows.flatMap(({ sha256 }) => sha256 ?? [])
    },
    async packFiles(at: Date): Promise<string[]> {
      const rows = await tx.evidencePack.findMany({ where: { organizationId, removedAt: at }, select: { id: true } })
      return rows.map(({ id }) => id)
    },
  }
}

/** With their events and exceptions, which cascade; the counts kept beside them move along. */
async function removeFindings(tx: Tx, organizationId: string, ids: readonly string[]): Promise<number> {
  const statement = `WITH gone AS (DELETE FROM findings known WHERE known.organization_id = @organization::uuid
      AND known.id = ANY (@ids::uuid[]) AND known.state = 'resolved' RETURNING ${COUNTED('known')}),
    moved AS (SELECT *, -1 AS n FROM gone), counted AS (${COUNT_MOVED})
    SELECT count(*)::int AS n FROM gone`
  const values = { organization: organizationId, ids: arrayLiteral(ids) }
  const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(...namedSql(statement, values))
  await tx.$executeRaw`DELETE FROM finding_counts WHERE organization_id = ${organizationId}::uuid AND findings = 0`
  return row?.n ?? 0
}
