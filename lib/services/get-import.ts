import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ImportBatch } from '@/lib/model/import-batch'
import { authorize } from './authorize'

/** One import with the rows it refused. Throws not-found. */
export async function getImport(actor: Actor, { org, id }: { org: string; id: string }): Promise<ImportBatch> {
  const { organizationId } = await authorize(actor, org, 'import:read')
  return forOrganization(organizationId, ({ importBatches }) => importBatches.get(parseId(id)))
}
