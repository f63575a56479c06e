import { forgetUnused } from '@/lib/db/keys/exchange'
import { keySource, keyUsage } from '@/lib/db/keys/key-usage'
import type { Actor } from '@/lib/model/actor'
import { requireOperator } from './require-operator'

/**
 * Drops the installation's earlier keys that nothing needs any more; with PROOFLINE_KEY, or a file that an operator
 * keeps, `dropped` is false and `keys` are those the operator may remove. Throws conflict, forbidden.
 */
export async function forgetKeys(actor: Actor): Promise<{ source: string; keys: string[]; dropped: boolean }> {
  requireOperator(actor)
  const ids = actor.memberships.map(({ organizationId }) => organizationId)
  const { refs, dropped } = await forgetUnused(() => keyUsage(ids))
  return { source: keySource(), keys: refs, dropped }
}
