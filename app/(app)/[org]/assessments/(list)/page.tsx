import type { Metadata } from 'next'
import { AssessmentsEmpty } from '@/components/assessments/assessments-empty'
import { AssessmentsFilters } from '@/components/assessments/assessments-filters'
import { AssessmentsTable } from '@/components/assessments/assessments-table'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { ASSESSMENT_STATES } from '@/lib/model/assessment'
import { assessmentsTitle } from '@/lib/presentation/assessments-title'
import { countText } from '@/lib/presentation/number'
import { paths } from '@/lib/queries/paths'
import { AssessmentsExport } from './assessments-export'
import { AssessmentsQuery } from './assessments-query'
import { loadAssessments } from './load-assessments'

export const metadata: Metadata = { title: 'Assessments' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AssessmentsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const filter = AssessmentsQuery.parse(await searchParams)
  const { tally, deployments, entries, nextCursor } = await loadAssessments(actor, org, filter)
  const editable = can(membership.role, 'assessment:write')
  const empty = entries.length === 0
  return (
    <>
      <PageHeading
        title={assessmentsTitle(tally)}
        sub="Each speaks for one deployment on one day, and counts once somebody else than its author approved it."
        actions={
          <>
            <AssessmentsExport org={org} filter={filter} />
            {editable && deployments.length > 0 ? (
              <LinkButton variant="primary" href={paths.newAssessment(org)}>
                New assessment
              </LinkButton>
            ) : null}
          </>
        }
      >
        {empty && !filter.state && !filter.deployment ? null : (
          <AssessmentsFilters org={org} states={ASSESSMENT_STATES} deployments={deployments} {...filter} />
        )}
      </PageHeading>
      {empty ? (
        <AssessmentsEmpty
          org={org}
          editable={editable}
          filtered={Boolean(filter.state ?? filter.deployment)}
          hasDeployment={deployments.length > 0}
        />
      ) : (
        <Card title="Assessments">
          <AssessmentsTable org={org} entries={entries} />
          {nextCursor || filter.cursor ? (
            <Pagination
              summary={`${countText(entries.length)} shown`}
              firstHref={filter.cursor ? paths.assessments(org, { ...filter, cursor: undefined }) : null}
              nextHref={nextCursor ? paths.assessments(org, { ...filter, cursor: nextCursor }) : null}
            />
          ) : null}
        </Card>
      )}
    </>
  )
}
