import type { ConnectionHoldings } from '@/lib/model/connection-view'
import type { Tx } from '../scope'

/** A connection with everything that belongs to it, for whoever deletes it. */
export const connectionRemoval = (tx: Tx, organizationId: string) => ({
  /** What belongs to it and goes with it. */
  async holdings(id: string): Promise<ConnectionHoldings> {
    const of = { organizationId, connectionId: id }
    const [runs, snapshots, verdicts, findings, imports] = [
      await tx.run.count({ where: of }),
      await tx.run.count({ where: { ...of, snapshot: { not: null } } }),
      await tx.checkVerdict.count({ where: { organizationId, run: of } }),
      await tx.finding.count({ where: of }),
      await tx.findingImport.count({ where: of }),
    ]
    return { runs, snapshots, verdicts, findings, imports }
  },
  /** The files of its snapshots, by SHA-256. */
  async files(id: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ sha256: string }[]>`
      SELECT u.part AS sha256 FROM run_units u JOIN runs r ON r.organization_id = u.organization_id AND r.id = u.run_id
      WHERE u.organization_id = ${organizationId}::uuid AND r.organization_id = ${organizationId}::uuid
        AND r.connection_id = ${id}::uuid AND u.part IS NOT NULL
      UNION SELECT snapshot FROM runs
      WHERE organization_id = ${organizationId}::uuid AND connection_id = ${id}::uuid AND snapshot IS NOT NULL`
    return rows.map(({ sha256 }) => sha256)
  },
  /** Those of these files that some run still names whose snapshot was not removed. */
  async filesInUse(files: readonly string[]): Promise<string[]> {
    const rows = await tx.$queryRaw<{ sha256: string }[]>`
      SELECT u.part AS sha256 FROM run_units u
      JOIN runs r ON r.organization_id = u.organization_id AND r.id = u.run_id
      WHERE u.organization_id = ${organizationId}::uuid AND r.organization_id = ${organizationId}::uuid
        AND u.part = ANY (${[...files]}::text[]) AND r.snapshot_removed_at IS NULL
      UNION SELECT snapshot FROM runs
      WHERE organization_id = ${organizationId}::uuid AND snapshot = ANY (${[...files]}::text[])
        AND snapshot_removed_at IS NULL`
    return rows.map(({ sha256 }) => sha256)
  },
  /** With everything that belongs to it: the foreign keys cascade. */
  async remove(id: string): Promise<void> {
    await tx.connection.delete({ where: { organizationId_id: { organizationId, id } } })
  },
})
