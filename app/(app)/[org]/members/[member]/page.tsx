import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeCard } from '@/components/members/change-card'
import { IssueLink } from '@/components/members/issue-link'
import { MemberFacts } from '@/components/members/member-facts'
import { RemoveMember } from '@/components/members/remove-member'
import { SessionsCard } from '@/components/members/sessions-card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { ROLES } from '@/lib/model/actor'
import { roleChoices } from '@/lib/presentation/role'
import { paths } from '@/lib/queries/paths'
import { getMember } from '@/lib/services/get-member'
import { listMemberSessions } from '@/lib/services/list-member-sessions'
import { endDays } from '../end-days'
import { AuditScopeSection } from './audit-scope-section'

export const metadata: Metadata = { title: 'Member' }

type Props = { params: Promise<{ org: string; member: string }> }

export default async function MemberPage({ params }: Props) {
  const { org, member: userId } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'member:read')) notFound()
  const member = await orNotFound(getMember(actor, { org, userId }))
  const isOwn = member.userId === actor.userId
  const decides = membership.ownRole === 'admin' && !isOwn
  const sessions = member.isAccountManaged ? await listMemberSessions(actor, { org, userId }) : null
  return (
    <>
      <PageHeading
        title={member.name}
        sub={member.email}
        actions={
          <>
            <LinkButton href={paths.auditLog(org, { subject: member.userId })}>In the audit log</LinkButton>
            {decides && member.isAccountManaged ? <IssueLink org={org} member={member} /> : null}
            {decides ? <RemoveMember org={org} member={member} /> : null}
          </>
        }
      />
      <div className="grid gap-4">
        <div className={decides ? 'grid items-start gap-4 xl:grid-cols-2' : undefined}>
          <MemberFacts member={member} />
          {decides ? (
            <ChangeCard org={org} member={member} roles={roleChoices(ROLES)} days={endDays(new Date())} />
          ) : null}
        </div>
        {member.role === 'auditor' && can(membership.role, 'audit-engagement:read') ? (
          <AuditScopeSection {...{ actor, org, member, decides }} />
        ) : null}
        {can(membership.role, 'session:read') ? <SessionsCard org={org} member={member} sessions={sessions} /> : null}
      </div>
    </>
  )
}
