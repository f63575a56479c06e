import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Run } from '@/lib/model/run'
import { authorize } from './authorize'

/** One run with how far it is. Throws not-found. */
export async function getRun(actor: Actor, { org, id }: { org: string; id: string }): Promise<Run> {
  const { organizationId } = await authorize(actor, org, 'run:read')
  return forOrganization(organizationId, ({ runList }) => runList.get(parseId(id)))
}
