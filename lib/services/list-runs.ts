import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Run } from '@/lib/model/run'
import type { RunFilter } from '@/lib/model/run-filter'
import { authorize } from './authorize'

type Input = { org: string; filter?: RunFilter; page: PageRequest }

/** The organization's runs, newest first. Throws not-found (also for a connection that is not there), invalid (cursor). */
export async function listRuns(actor: Actor, { org, filter = {}, page }: Input): Promise<Page<Run>> {
  const { organizationId } = await authorize(actor, org, 'run:read')
  return forOrganization(organizationId, async ({ connections, runList }) => {
    if (filter.connection !== undefined) await connections.get(filter.connection)
    return runList.page(filter, page)
  })
}
