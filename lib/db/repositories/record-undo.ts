import type { Month } from '@/lib/kernel/month'
import type { Tx } from '../scope'
import type { RecordTable } from './record-staging'

/** Takes back what one batch wrote into a table: records it made go, records it changed become what they were. */
export function recordUndo<R>(tx: Tx, organizationId: string, { name, columns, placedOn }: RecordTable<R>) {
  const restored = [...columns.map((column) => column.name), 'deployment_id', 'import_batch_id']
  const previous = `SELECT (jsonb_populate_record(NULL::${name}, previous)).* FROM import_revisions
    WHERE organization_id = $1::uuid AND batch_id = $2::uuid`
  const month = (row: string) => `to_char(${placedOn(row)}, 'YYYY-MM')`
  return {
    /** The months whose figures the undo changes: those of the records now and those of what they become. */
    async months(batchId: string): Promise<Month[]> {
      const rows = await tx.$queryRawUnsafe<{ month: Month }[]>(
        `SELECT ${month('record')} AS month FROM ${name} record
           WHERE record.organization_id = $1::uuid AND record.import_batch_id = $2::uuid
         UNION SELECT ${month('was')} FROM (${previous}) was ORDER BY month`,
        organizationId,
        batchId,
      )
      return rows.map((row) => row.month)
    },
    /** Whether every deployment that a record belonged to before still exists. */
    async isRestorable(batchId: string): Promise<boolean> {
      const rows = await tx.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM (${previous}) was WHERE was.deployment_id IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM deployments WHERE organization_id = $1::uuid AND id = was.deployment_id)`,
        organizationId,
        batchId,
      )
      return rows[0]?.n === 0
    },
    /** Counts what it removed and what it restored. */
    async apply(batchId: string): Promise<{ removed: number; restored: number }> {
      const removed = await tx.$executeRawUnsafe(
        `DELETE FROM ${name} record WHERE record.organization_id = $1::uuid AND record.import_batch_id = $2::uuid
           AND NOT EXISTS (SELECT 1 FROM import_revisions r
             WHERE r.organization_id = $1::uuid AND r.batch_id = $2::uuid AND r.record_id = record.id)`,
        organizationId,
        batchId,
      )
      const changed = await tx.$executeRawUnsafe(
        `UPDATE ${name} record SET ${restored.map((column) => `${column} = was.${column}`).join(', ')}
           FROM (${previous}) was WHERE record.organization_id = $1::uuid AND record.id = was.id`,
        organizationId,
        batchId,
      )
      return { removed, restored: changed }
    },
  }
}
