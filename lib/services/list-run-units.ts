import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Page, PageRequest } from '@/lib/model/page'
import type { RunUnit } from '@/lib/model/run'
import type { UnitFilter } from '@/lib/model/run-filter'
import { authorize } from './authorize'

type Input = { org: string; id: string; filter?: UnitFilter; page: PageRequest }

/** What a run read and what it could not, unit by unit. Throws not-found, invalid (cursor). */
export async function listRunUnits(actor: Actor, { org, id, filter = {}, page }: Input): Promise<Page<RunUnit>> {
  const { organizationId } = await authorize(actor, org, 'run:read')
  return forOrganization(organizationId, async ({ runList, runDetails }) => {
    const run = await runList.get(parseId(id))
    return runDetails.units(run.id, filter, page)
  })
}
