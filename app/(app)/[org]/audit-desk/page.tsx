import type { Metadata } from 'next'
import { DeskCounts } from '@/components/audit-desk/desk-counts'
import { DeskEmpty } from '@/components/audit-desk/desk-empty'
import { DeskFilters } from '@/components/audit-desk/desk-filters'
import { RequirementTree } from '@/components/audit-desk/requirement-tree'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { orOutsideAudit } from '@/lib/auth/or-outside-audit'
import { requireDeskMember } from '@/lib/auth/page-actor'
import { dayText, instantText } from '@/lib/presentation/date'
import { deskQuery, scopeParams } from '@/lib/presentation/desk-query'
import { deskTitle, operationCounts } from '@/lib/presentation/desk-title'
import { paths } from '@/lib/queries/paths'
import { listDeskChoices } from '@/lib/services/list-desk-choices'
import { viewAuditDesk } from '@/lib/services/view-audit-desk'

export const metadata: Metadata = { title: 'Audit desk' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditDeskPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireDeskMember(org)
  const choices = await listDeskChoices(actor, { org })
  const asked = deskQuery(await searchParams, choices, new Date().toISOString().slice(0, 10))
  if (asked === null) return <DeskEmpty organization={membership.name} />
  const { scope, view, grant } = asked
  const desk = await orOutsideAudit(membership, viewAuditDesk(actor, { org, scope }))
  const { framework, operations, formula, asOf } = desk
  const own = scopeParams(scope)
  const hrefOf = (change: object) => paths.auditDesk(org, { ...own, ...view, ...change })
  const shown = operations.filter(
    ({ coverage, state }) => (view.coverage ?? coverage) === coverage && (view.state ?? state) === state,
  )
  return (
    <>
      <PageHeading
        title={deskTitle(framework.shortName, operations)}
        sub={`${dayText(scope.period.from)} to ${dayText(scope.period.to)}. Told as of ${instantText(asOf)}, formula ${formula}.${grant ? ` ${grant.name}.` : ''}`}
        actions={
          <LinkButton href={paths.api.auditDeskExport(org, own)} prefetch={false}>
            Export CSV
          </LinkButton>
        }
      >
        <DeskFilters
          {...{ choices, scope, view, grant, hrefOf, presets: asked.presets }}
          action={paths.auditDesk(org)}
        />
      </PageHeading>
      <div className="grid gap-4">
        <DeskCounts counts={operationCounts(operations)} gaps={operations.flatMap(({ gaps }) => gaps).length} />
        <RequirementTree
          framework={framework}
          operations={shown}
          hrefOf={(requirement) => paths.auditRequirement(org, { ...own, requirement })}
          clearHref={hrefOf({ coverage: undefined, state: undefined })}
        />
      </div>
    </>
  )
}
