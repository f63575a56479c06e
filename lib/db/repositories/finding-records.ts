import type { Reading } from '../read-scope'

/** A finding's record as another scanner wrote it, and the format it is in. */
export type FindingRecord = { id: string; format: string; record: unknown }

/** The records behind findings of other scanners; those that a run of ours found have none. */
export const findingRecordReader = (tx: Reading, organizationId: string) => ({
  of: (ids: readonly string[]): Promise<FindingRecord[]> =>
    tx.$queryRaw<FindingRecord[]>`
      SELECT id::text AS id, provenance->>'format' AS format, provenance->'record' AS record FROM findings
      WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...ids]}::uuid[])
        AND provenance IS NOT NULL AND provenance->>'format' IS NOT NULL`,
})
