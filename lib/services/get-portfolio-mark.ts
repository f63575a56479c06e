import { anySynthetic } from '@/lib/db/repositories/synthetic'
import type { Actor } from '@/lib/model/actor'

/** Whether any organization of this person holds generated data, so that pages over several of them say so. */
export const getPortfolioMark = (actor: Actor): Promise<boolean> =>
  anySynthetic(actor.memberships.map((m) => m.organizationId))
