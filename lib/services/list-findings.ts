import { readOrganization } from '@/lib/db/read-store'
import type { Actor } from '@/lib/model/actor'
import type { Finding } from '@/lib/model/finding'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'
import { findingNarrowing } from './finding-narrowing'

type Input = { org: string; filter: FindingFilter; sort: FindingSort; page: PageRequest; now?: Date }

/** Findings that match the filter, in the order asked for. Throws not-found (organization, connection), invalid (cursor). */
export async function listFindings(actor: Actor, input: Input): Promise<Page<Finding>> {
  const { org, filter, sort, page, now = new Date() } = input
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async (store) =>
    store.findings.page(await findingNarrowing(store, actor, filter, now), sort, page),
  )
}
