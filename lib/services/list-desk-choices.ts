import { isRunning } from '@/lib/access/within-engagement'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import { authorize } from './authorize'
import { listRequirementFrameworks } from './list-requirement-frameworks'

export type DeskChoices = {
  frameworks: { id: string; name: string; shortName: string }[]
  deployments: { id: string; name: string }[]
  /** The grants that bound whoever asks, while they run; null for a member who is not held to any. */
  grants: AuditEngagement[] | null
}

/** What can be chosen at the desk: for an auditor who was let in for a scope only what their running grants name. */
export async function listDeskChoices(actor: Actor, { org, now = new Date() }: { org: string; now?: Date }) {
  const { organizationId, scoped } = await authorize(actor, org, 'requirement:read')
  return forOrganization(organizationId, async (store): Promise<DeskChoices> => {
    const frameworks = await listRequirementFrameworks(store)
    const deployments = (await store.deployments.list()).map(({ id, name }) => ({ id, name }))
    const all = { frameworks: frameworks.map(({ id, name, shortName }) => ({ id, name, shortName })), deployments }
    if (!scoped) return { ...all, grants: null }
    const held = actor.userId === null ? [] : await store.engagements.running(actor.userId)
    const grants = held.filter((one) => isRunning(one, now.getTime()))
    const isWhole = grants.some(({ deploymentIds }) => deploymentIds.length === 0)
    return {
      frameworks: all.frameworks.filter(({ id }) => grants.some((one) => one.frameworks.includes(id))),
      deployments: deployments.filter(({ id }) => isWhole || grants.some((one) => one.deploymentIds.includes(id))),
      grants,
    }
  })
}
