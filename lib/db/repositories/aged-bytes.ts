import type { RecordKind } from '@/lib/model/record-kind'
import { Prisma } from '../generated/client'
import type { Tx } from '../scope'

const { sql } = Prisma

/** Bytes of the files that only `chosen` names; the same file is counted once. A snapshot's manifest is not counted. */
const BYTES: Partial<Record<RecordKind, (organizationId: string) => Prisma.Sql>> = {
  snapshots: (organizationId) => sql`
    SELECT sum(bytes) AS bytes FROM (
      SELECT u.part, max(u.part_bytes)::bigint AS bytes FROM run_units u JOIN chosen ON chosen.id = u.run_id
      WHERE u.organization_id = ${organizationId}::uuid AND u.part IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM run_units other
        JOIN runs r ON r.organization_id = other.organization_id AND r.id = other.run_id
        WHERE other.organization_id = ${organizationId}::uuid AND r.organization_id = ${organizationId}::uuid
          AND other.part = u.part AND r.snapshot_removed_at IS NULL AND r.id NOT IN (SELECT id FROM chosen))
      GROUP BY u.part) parts`,
  evidence: (organizationId) => sql`
    SELECT sum(bytes) AS bytes FROM (
      SELECT e.sha256, max(e.bytes)::bigint AS bytes FROM evidence e JOIN chosen ON chosen.id = e.id
      WHERE e.organization_id = ${organizationId}::uuid AND NOT EXISTS (
          SELECT 1 FROM evidence other WHERE other.organization_id = ${organizationId}::uuid AND other.sha256 = e.sha256
            AND other.removed_at IS NULL AND other.id NOT IN (SELECT id FROM chosen))
        AND NOT EXISTS (SELECT 1 FROM audit_request_files f
          WHERE f.organization_id = ${organizationId}::uuid AND f.sha256 = e.sha256)
        AND NOT EXISTS (SELECT 1 FROM custom_frameworks c
          WHERE c.organization_id = ${organizationId}::uuid AND c.sha256 = e.sha256)
        AND NOT EXISTS (SELECT 1 FROM report_styles s
          WHERE s.organization_id = ${organizationId}::uuid AND s.logo_sha256 = e.sha256)
      GROUP BY e.sha256) files`,
  packs: (organizationId) => sql`
    SELECT sum(p.bytes) AS bytes FROM evidence_packs p JOIN chosen ON chosen.id = p.id
    WHERE p.organization_id = ${organizationId}::uuid`,
}

/** How much room removing `chosen`, a WITH clause of that name, makes on the disk; null for what has no files. */
export async function fileBytes(
  tx: Tx,
  organizationId: string,
  kind: RecordKind,
  chosen: Prisma.Sql,
): Promise<number | null> {
  const bytes = BYTES[kind]?.(organizationId)
  if (!bytes) return null
  const [row] = await tx.$queryRaw<
    { bytes: unknown }[]
  >`${chosen} SELECT coalesce(each.bytes, 0)::float8 AS bytes FROM (${bytes}) each`
  return Number(row?.bytes ?? 0)
}
