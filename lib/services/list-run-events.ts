import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Page, PageRequest } from '@/lib/model/page'
import type { RunEvent } from '@/lib/model/run'
import { authorize } from './authorize'

type Input = { org: string; id: string; page: PageRequest }

/** The log of a run, oldest first. Throws not-found, invalid (cursor). */
export async function listRunEvents(actor: Actor, { org, id, page }: Input): Promise<Page<RunEvent>> {
  const { organizationId } = await authorize(actor, org, 'run:read')
  return forOrganization(organizationId, async ({ runList, runDetails }) => {
    const run = await runList.get(parseId(id))
    return runDetails.log(run.id, page)
  })
}
