import type { Metadata } from 'next'
import { AcceptedCard } from '@/components/findings/accepted-card'
import { FindingFilters } from '@/components/findings/finding-filters'
import { FindingList } from '@/components/findings/finding-list'
import { FindingsActions } from '@/components/findings/findings-actions'
import { FindingsEmpty } from '@/components/findings/findings-empty'
import { findingsQuery, narrowedTo } from '@/components/findings/findings-shown'
import { SavedViews } from '@/components/findings/saved-views'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import { PageRequest } from '@/lib/model/page'
import { findingsLine, findingsTitle } from '@/lib/presentation/findings-title'
import { paths } from '@/lib/queries/paths'
import { FindingsExport } from './findings-export'
import { listFindingsPage } from './findings-page'

export const metadata: Metadata = { title: 'Findings' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function FindingsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const { state, exception: _, ...query } = await searchParams
  const narrowed = narrowedTo(typeof state === 'string' ? state : undefined)
  const filter = { ...FindingFilter.catch({}).parse(query), ...narrowed }
  const sort = FindingSort.catch('severity').parse(query.sort)
  const page = PageRequest.catch({ limit: 50 }).parse(query)
  const shown = { filter, sort }
  const { first, counts, matching, connections, lastRun, accepted, now } = await orNotFound(
    listFindingsPage(actor, { org, ...shown, page }),
  )
  const hasAny = counts.open + counts.accepted + counts.resolved > 0
  return (
    <>
      <PageHeading
        title={findingsTitle(counts)}
        sub={findingsLine(counts, lastRun)}
        actions={
          <FindingsActions org={org} mayImport={can(membership.role, 'finding:import')}>
            {hasAny ? <FindingsExport org={org} filter={{ ...filter, sort }} /> : null}
          </FindingsActions>
        }
      >
        <FindingFilters org={org} shown={shown} connections={connections} />
        <SavedViews org={org} weekAgo={new Date(Date.parse(now) - 7 * 86_400_000).toISOString().slice(0, 10)} />
      </PageHeading>
      {accepted ? <AcceptedCard effect={accepted} /> : null}
      {first.items.length === 0 ? (
        <FindingsEmpty org={org} hasAny={hasAny} canConnect={can(membership.role, 'connection:write')} />
      ) : (
        <Card title="Findings">
          <FindingList
            key={now}
            org={org}
            filter={filter}
            sort={sort}
            first={first}
            now={now}
            matching={matching}
            may={{ assign: can(membership.role, 'finding:write'), except: can(membership.role, 'finding:except') }}
            nextHref={first.nextCursor && paths.findings(org, { ...findingsQuery(shown), cursor: first.nextCursor })}
          />
        </Card>
      )}
    </>
  )
}
