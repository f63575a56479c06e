import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement, AuditEngagementInput } from '@/lib/model/audit-engagement'
import { createEngagement } from '@/lib/services/create-engagement'
import { putMember } from '@/lib/services/put-member'
import { type Cast, person } from './organizations'

type Grant = Partial<Omit<AuditEngagementInput, 'userId'>>

/** A second auditor of the organization, who is let in for a scope: the product's own framework over 2026 unless said otherwise. */
export async function engagementOf({ admin, org }: Cast, grant: Grant = {}): Promise<AuditEngagement> {
  const email = `scoped@${org}.example`
  const { userId } = await putMember(admin, { org, email, name: 'Sina Scoped', role: 'auditor' })
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const given = { name: 'Annual audit', frameworks: ['proofline'], period, deploymentIds: [], ...grant }
  return createEngagement(admin, { org, engagement: { userId, ...given } })
}

/** The same auditor as a session of theirs makes them now. */
export const scopedAuditor = ({ org }: Cast): Promise<Actor> => person(`scoped@${org}.example`, 'Sina Scoped')
