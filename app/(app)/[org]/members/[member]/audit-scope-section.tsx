import { AuditScopeCard } from '@/components/members/audit-scope-card'
import type { Actor } from '@/lib/model/actor'
import type { Member } from '@/lib/model/member'
import { periodPresets } from '@/lib/presentation/desk-period'
import { listDeskChoices } from '@/lib/services/list-desk-choices'
import { listEngagements } from '@/lib/services/list-engagements'

type Props = { actor: Actor; org: string; member: Member; decides: boolean }

/** What an auditor was let in for, and for an administrator the way to change it. */
export async function AuditScopeSection({ actor, org, member, decides }: Props) {
  const [engagements, { frameworks, deployments }] = await Promise.all([
    listEngagements(actor, { org, userId: member.userId }),
    listDeskChoices(actor, { org }),
  ])
  const today = new Date().toISOString().slice(0, 10)
  const period = periodPresets(today, null)[0]?.period ?? { from: today, to: today }
  return <AuditScopeCard {...{ org, member, engagements, frameworks, deployments, period, decides }} />
}
