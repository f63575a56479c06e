import type { OrganizationPermission } from '@/lib/access/permissions'
import type { Act, HeldFinding } from '@/lib/db/repositories/finding-acts'
import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import { authorize } from './authorize'
import { dayOf } from './finding-narrowing'

export type OnFinding = { org: string; id: string; now?: Date }

/** What an act says for the log, beside the finding's title; null when it changed nothing. */
type Said = { action: string; detail?: object; before?: object; after?: object } | null
type Work = (store: Store, finding: HeldFinding, act: Act) => Promise<Said>

/** As who did what is kept with a finding. */
export const actOf = (actor: Actor, at: Date): Act => ({ by: { id: actor.userId, name: actor.name }, at })

/** Does something to one finding that nobody else changes meanwhile, says so in the log, and returns it as it is then. */
export async function actOnFinding(
  actor: Actor,
  { org, id, now = new Date() }: OnFinding,
  permission: OrganizationPermission,
  work: Work,
): Promise<FindingDetail> {
  const admitted = await authorize(actor, org, permission)
  return forOrganization(admitted, async (store) => {
    const [finding] = await store.findingActs.hold([parseId(id)])
    if (!finding) throw new AppError('not-found')
    const said = await work(store, finding, actOf(actor, now))
    if (said) {
      const { detail, ...rest } = said
      await store.audit.append(actor, { ...rest, subject: finding.id, detail: { title: finding.title, ...detail } })
    }
    return store.findings.get(finding.id, dayOf(now))
  })
}
