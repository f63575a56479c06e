import { forOrganizations } from '../scope'
import { organizationBatches } from './organization-batches'

type GoingPack = { organizationId: string; packId: string }

/** Packs of all organizations that are to be built and that nobody is building. */
export async function goingPacks(): Promise<GoingPack[]> {
  const found: GoingPack[] = []
  for await (const ids of organizationBatches()) {
    const rows = await forOrganizations(
      ids,
      (tx) => tx.$queryRaw<GoingPack[]>`
        SELECT p.organization_id::text AS "organizationId", p.id::text AS "packId" FROM evidence_packs p
        WHERE p.organization_id = ANY (${ids}::uuid[]) AND p.state IN ('queued', 'building')
          AND (p.lease_until IS NULL OR p.lease_until < clock_timestamp())
        ORDER BY p.id`,
    )
    found.push(...rows)
  }
  return found
}
