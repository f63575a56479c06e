import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import type { AssignInput } from '@/lib/model/finding-change'
import { actOnFinding, type OnFinding } from './act-on-finding'
import { ownerNamed } from './finding-owner'

/** Gives a finding to a member, or to nobody. Throws not-found, invalid (no member). */
export const assignFinding = (actor: Actor, input: OnFinding & { assign: AssignInput }): Promise<FindingDetail> =>
  actOnFinding(actor, input, 'finding:write', async (store, finding, act) => {
    const { ownerId } = input.assign
    const owner = ownerId === null ? null : await ownerNamed(store, ownerId, act.at)
    if (finding.ownerId === (owner?.id ?? null)) return null
    await store.findingActs.assign([finding.id], owner, act)
    const [before, after] = [{ ownerId: finding.ownerId }, { ownerId: owner?.id ?? null }]
    return { action: 'finding.assigned', detail: { owner: owner?.name ?? null }, before, after }
  })
