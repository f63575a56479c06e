import { readOrganization } from '@/lib/db/read-store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { FindingDetail } from '@/lib/model/finding'
import type { FindingEffect } from '@/lib/model/finding-change'
import { authorize } from './authorize'
import { fixEffect } from './finding-effect'
import { dayOf } from './finding-narrowing'
import { OWN_CHECKS } from './record-evaluations'

type Input = { org: string; id: string; now?: Date }

/** One finding with its facts, exceptions and history. Throws not-found. */
export async function getFinding(actor: Actor, { org, id, now = new Date() }: Input): Promise<FindingDetail> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, ({ findings }) => findings.get(parseId(id), dayOf(now)))
}

/**
 * What fixing a finding, or all of its check, would do to what the checks support. Null for a finding that another
 * scanner reported, which feeds no stage, for a resolved one, and while no run was evaluated. Throws not-found.
 */
export async function getFindingEffect(
  actor: Actor,
  { org, id, now = new Date() }: Input,
): Promise<FindingEffect | null> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  return readOrganization(organizationId, async (store) => {
    const { checkId, source, state } = await store.findings.get(parseId(id), dayOf(now))
    if (source !== OWN_CHECKS || state === 'resolved') return null
    const all = await store.findings.failingOf(checkId)
    const one = await fixEffect(store, new Map([[checkId, 1]]), now)
    const check = await fixEffect(store, new Map([[checkId, all]]), now)
    return one && check ? { one, check } : null
  })
}
