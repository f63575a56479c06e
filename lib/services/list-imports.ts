import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { ImportBatch, ImportKind } from '@/lib/model/import-batch'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

type Input = { org: string; kind?: ImportKind; page: PageRequest }

/** The organization's imports, newest first, those undone included. Throws not-found, invalid (cursor). */
export async function listImports(actor: Actor, { org, kind, page }: Input): Promise<Page<ImportBatch>> {
  const { organizationId } = await authorize(actor, org, 'import:read')
  return forOrganization(organizationId, ({ importBatches }) => importBatches.page(kind, page))
}
