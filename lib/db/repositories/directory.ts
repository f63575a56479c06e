import type { Reading } from '../read-scope'

/** The organization with this name in addresses; null when there is none. */
export async function organizationIdOf(tx: Reading, slug: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT organization_id::text AS id FROM organization_directory WHERE slug = ${slug}`
  return row?.id ?? null
}
