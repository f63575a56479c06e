import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AnswersCard } from '@/components/audit-desk/answers-card'
import { ChecksCard } from '@/components/audit-desk/checks-card'
import { GapsCard } from '@/components/audit-desk/gaps-card'
import { RequirementCard } from '@/components/audit-desk/requirement-card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orOutsideAudit } from '@/lib/auth/or-outside-audit'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { capability } from '@/lib/framework/capabilities'
import { auditScopeOf, RequirementQuery } from '@/lib/model/audit-desk'
import { dayText, instantText } from '@/lib/presentation/date'
import { scopeParams } from '@/lib/presentation/desk-query'
import { paths } from '@/lib/queries/paths'
import { viewRequirement } from '@/lib/services/view-requirement'

export const metadata: Metadata = { title: 'Requirement' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RequirementPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireDeskMember(org)
  const query = RequirementQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const scope = auditScopeOf(query.data)
  const { requirement: id } = query.data
  const desk = await orOutsideAudit(membership, viewRequirement(actor, { org, scope, requirement: id }))
  const { framework, requirement, operation, checks, answers, asOf, formula } = desk
  const named = requirement.capabilities.map((one) => ({ ...one, name: capability(one.id).name }))
  const about = { framework: scope.framework, requirement: id }
  return (
    <>
      <PageHeading
        title={requirement.title === null || requirement.title === id ? id : `${id} ${requirement.title}`}
        sub={`${framework.name}, ${dayText(scope.period.from)} to ${dayText(scope.period.to)}. Told as of ${instantText(asOf)}, formula ${formula}.`}
        actions={
          <>
            <LinkButton href={paths.auditDesk(org, scopeParams(scope))}>All requirements</LinkButton>
            <LinkButton href={paths.auditRequests(org, about)}>Requests about it</LinkButton>
            {can(membership.role, 'audit-request:ask') ? (
              <LinkButton variant="primary" href={paths.newAuditRequest(org, about)}>
                Ask for something
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="grid gap-4">
        <RequirementCard operation={operation} capabilities={named} />
        <GapsCard gaps={operation.gaps} />
        <ChecksCard checks={checks} />
        <AnswersCard answers={answers} fileHrefOf={(file) => paths.api.auditDeskEvidence(org, file)} />
      </div>
    </>
  )
}
