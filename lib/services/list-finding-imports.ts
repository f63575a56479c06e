import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { FindingImport } from '@/lib/model/finding-import'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

/** Files of other scanners that were taken in, newest first. */
export async function listFindingImports(
  actor: Actor,
  { org, page }: { org: string; page: PageRequest },
): Promise<Page<FindingImport>> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return forOrganization(organizationId, ({ findingImports }) => findingImports.page(page))
}
