import { readWithoutTenant } from '../read-scope'

/** As many organizations are looked into at once. */
const BATCH = 500

/** Every organization, batch by batch, for what is done for all of them; a batch sees its own organizations alone. */
export async function* organizationBatches(): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await readWithoutTenant(
      (tx) => tx.$queryRaw<{ id: string }[]>`
        SELECT organization_id::text AS id FROM organization_directory
        WHERE organization_id > ${after}::uuid ORDER BY organization_id LIMIT ${BATCH}`,
    )
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return
    yield ids
    after = ids.at(-1) ?? after
  }
}
