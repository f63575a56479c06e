import { anySynthetic } from '@/lib/db/repositories/synthetic'
import type { Actor } from '@/lib/model/actor'
import { authorizeEach } from './authorize'

/** Whether any organization of this person holds generated data, so that pages over several of them say so. */
export async function getPortfolioMark(actor: Actor): Promise<boolean> {
  const open = await authorizeEach(actor, ['organization:read'])
  return anySynthetic(open.map((m) => m.organizationId))
}
