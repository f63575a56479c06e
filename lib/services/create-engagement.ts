import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement, AuditEngagementInput } from '@/lib/model/audit-engagement'
import { authorize } from './authorize'
import { requireSomebodyElse } from './member-rules'
import { requirementFrameworkOf } from './requirement-framework-of'

type Input = { org: string; engagement: AuditEngagementInput }

/**
 * Lets an auditor in for certain frameworks, a period and deployments; from then on they see nothing else. Throws
 * not-found for somebody who is no member, forbidden (for oneself), conflict for a member who is no auditor, and invalid
 * for a framework or deployment that is not there.
 */
export async function createEngagement(actor: Actor, { org, engagement }: Input, now = new Date()) {
  const admitted = await authorize(actor, org, 'audit-engagement:write')
  return forOrganization(admitted, async (store): Promise<AuditEngagement> => {
    const member = await store.members.hold(engagement.userId)
    requireSomebodyElse(actor, member.userId, 'lets in')
    if (member.role !== 'auditor') {
      throw new AppError('conflict', {
        detail: `${member.name} is ${member.role}: only an auditor is let in for a scope.`,
      })
    }
    await requireKnown(store, engagement)
    const frameworks = [...new Set(engagement.frameworks)].sort()
    const deploymentIds = [...new Set(engagement.deploymentIds)].sort()
    const made = await store.engagements.create(
      { ...engagement, frameworks, deploymentIds },
      { by: actor.name, at: now },
    )
    await store.members.scope(member.userId, true)
    const { id, name, period } = made
    await store.audit.append(actor, {
      action: 'audit-engagement.created',
      subject: id,
      detail: { userId: member.userId, email: member.email, name, frameworks, period, deploymentIds },
      before: { scoped: member.scoped },
      after: { scoped: true, engagement: made },
    })
    return made
  })
}

async function requireKnown(store: Store, { frameworks, deploymentIds }: AuditEngagementInput): Promise<void> {
  for (const [i, id] of frameworks.entries()) {
    await requirementFrameworkOf(store, id).catch((cause) => {
      throw unknown(`frameworks.${i}`, `there is no framework ${id}`, cause)
    })
  }
  const known = new Set((await store.deployments.list()).map(({ id }) => id))
  const missing = deploymentIds.findIndex((id) => !known.has(id))
  if (missing !== -1) throw unknown(`deploymentIds.${missing}`, 'there is no such deployment')
}

const unknown = (field: string, reason: string, cause?: unknown): AppError =>
  new AppError('invalid', { detail: `${field}: ${reason}`, problems: [{ field, reason }], cause })
