import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HoldsCard } from '@/components/retention/holds-card'
import { RemovalsCard } from '@/components/retention/removals-card'
import { ReportCard } from '@/components/retention/report-card'
import { RulesCard } from '@/components/retention/rules-card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { retentionTitle } from '@/lib/presentation/retention'
import { listLegalHolds } from '@/lib/services/list-legal-holds'
import { listRemovals } from '@/lib/services/list-removals'
import { listRetentionRules } from '@/lib/services/list-retention-rules'

export const metadata: Metadata = { title: 'Retention' }

type Props = { params: Promise<{ org: string }> }

export default async function RetentionPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'retention:read')) notFound()
  const [rules, holds, removals] = await Promise.all([
    listRetentionRules(actor, { org }),
    listLegalHolds(actor, { org }),
    listRemovals(actor, { org }),
  ])
  const editable = can(membership.role, 'retention:write')
  const open = removals.items.find(({ state }) => state === 'planned' || state === 'removing') ?? null
  const standing = holds.items.filter(({ releasedAt }) => releasedAt === null)
  return (
    <>
      <PageHeading
        title={retentionTitle(rules.items.length, standing.length)}
        sub="Without a rule a kind of record is kept for good. Nothing goes by itself: a person agrees to a report of what is past its time, and a legal hold stops it all."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <ReportCard org={org} removal={open} editable={editable} />
        <RulesCard org={org} rules={rules.items} editable={editable} />
        <HoldsCard org={org} holds={holds.items} editable={can(membership.role, 'legal-hold:write')} />
        <RemovalsCard removals={removals.items.filter(({ id }) => id !== open?.id)} />
      </div>
    </>
  )
}
