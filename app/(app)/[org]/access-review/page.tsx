import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewTable } from '@/components/access-review/review-table'
import { ExportMenu } from '@/components/export/export-menu'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { PageRequest } from '@/lib/model/page'
import { reviewTitle } from '@/lib/presentation/member'
import { paths } from '@/lib/queries/paths'
import { listMembers } from '@/lib/services/list-members'
import { summarizeMembers } from '@/lib/services/summarize-members'

export const metadata: Metadata = { title: 'Access review' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AccessReviewPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'member:read')) notFound()
  const page = PageRequest.catch({ limit: 100 }).parse(await searchParams)
  const [{ items, nextCursor }, summary] = await Promise.all([
    orNotFound(listMembers(actor, { org, order: 'review', page })),
    summarizeMembers(actor, { org }),
  ])
  return (
    <>
      <PageHeading
        title={reviewTitle(summary)}
        sub={`Each membership is decided about anew every ${membership.rules.reviewDays} days: whether it is still needed, as what and until when.`}
        actions={<ExportMenu org={org} tables={[{ table: 'access-review' }]} />}
      />
      <Card title="Who has what">
        <ReviewTable
          org={org}
          members={items}
          canReview={membership.ownRole === 'admin'}
          reader={{ userId: actor.userId, isOnlyAdministrator: summary.administrators <= 1 }}
        />
        <Pagination
          summary={`${items.length} shown, those first whose review is due first`}
          firstHref={page.cursor ? paths.accessReview(org) : null}
          nextHref={nextCursor ? paths.accessReview(org, { cursor: nextCursor }) : null}
        />
      </Card>
    </>
  )
}
