import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExportMenu } from '@/components/export/export-menu'
import { InviteMember } from '@/components/members/invite-member'
import { MemberTable } from '@/components/members/member-table'
import { RolesDrawer } from '@/components/members/roles-drawer'
import { NoticesCard } from '@/components/notices/notices-card'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { ROLES } from '@/lib/model/actor'
import { PageRequest } from '@/lib/model/page'
import { membersTitle } from '@/lib/presentation/member'
import { roleChoices } from '@/lib/presentation/role'
import { paths } from '@/lib/queries/paths'
import { listMembers } from '@/lib/services/list-members'
import { listNotices } from '@/lib/services/list-notices'
import { summarizeMembers } from '@/lib/services/summarize-members'
import { endDays } from './end-days'

export const metadata: Metadata = { title: 'Members' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MembersPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'member:read')) notFound()
  const isAdmin = membership.role === 'admin'
  const page = PageRequest.catch({ limit: 50 }).parse(await searchParams)
  const [{ items, nextCursor }, summary, notices] = await Promise.all([
    orNotFound(listMembers(actor, { org, order: 'name', page })),
    summarizeMembers(actor, { org }),
    isAdmin ? listNotices(actor, { org }) : [],
  ])
  return (
    <>
      <PageHeading
        title={membersTitle(summary)}
        sub="Who may enter, as what and until when. A change counts from the person’s next request on."
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'members' }]} />
            {membership.ownRole === 'admin' ? (
              <InviteMember org={org} roles={roleChoices(ROLES)} days={endDays(new Date())} />
            ) : null}
          </>
        }
      />
      <div className="grid gap-4">
        <NoticesCard org={org} notices={notices} />
        <Card title="Members" after={<RolesDrawer roles={ROLES} />}>
          <MemberTable org={org} members={items} isWithSessions={isAdmin} />
          <Pagination
            summary={`${items.length} shown, by name`}
            firstHref={page.cursor ? paths.members(org) : null}
            nextHref={nextCursor ? paths.members(org, { cursor: nextCursor }) : null}
          />
        </Card>
      </div>
    </>
  )
}
