import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuditFields } from '@/components/reports/audit-fields'
import { DeploymentField } from '@/components/reports/deployment-field'
import { ReportCard } from '@/components/reports/report-card'
import { StyleCard } from '@/components/reports/style-card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { periodPresets } from '@/lib/presentation/desk-period'
import { aboutReport } from '@/lib/presentation/report-kind'
import { getReportStyle } from '@/lib/services/get-report-style'
import { listDeployments } from '@/lib/services/list-deployments'
import { listDeskChoices } from '@/lib/services/list-desk-choices'
import { listMaturityHistory } from '@/lib/services/list-maturity-history'

export const metadata: Metadata = { title: 'Reports' }

type Props = { params: Promise<{ org: string }> }

export default async function ReportsPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'report:export')) notFound()
  const [style, deployments, { frameworks }, { points }] = await Promise.all([
    getReportStyle(actor, { org }),
    listDeployments(actor, { org }),
    listDeskChoices(actor, { org }),
    listMaturityHistory(actor, { org }),
  ])
  const period = periodPresets(new Date().toISOString().slice(0, 10), null)[0]?.period ?? { from: '', to: '' }
  const noDeployment = deployments.length === 0 ? 'There is no deployment yet, so there is nothing to report on.' : null
  const notAssessed =
    points.length === 0 ? 'No assessment was approved yet: the report says so in place of scores.' : null
  const missing = noDeployment ?? notAssessed
  const card = (kind: 'board' | 'ciso' | 'auditor' | 'deployment') => ({ org, kind, ...aboutReport(kind) })
  const latest = <DeploymentField deployments={deployments} otherwise="Assessed last" />
  return (
    <>
      <PageHeading
        title="Reports to hand on"
        sub="PDFs with the figures of these pages, told as of now: tagged, with their fonts and formulas. Each one taken away is written to the audit log with its hash."
      />
      <div className="grid gap-4">
        <div className="grid gap-4 md:grid-cols-2">
          <ReportCard {...card('board')} missing={missing}>
            {latest}
          </ReportCard>
          <ReportCard {...card('ciso')} missing={missing}>
            {latest}
          </ReportCard>
          <ReportCard {...card('auditor')} missing={null}>
            <AuditFields frameworks={frameworks} period={period} />
            <DeploymentField deployments={deployments} otherwise="The whole organization" />
          </ReportCard>
          <ReportCard {...card('deployment')} missing={noDeployment}>
            {latest}
          </ReportCard>
        </div>
        {can(membership.role, 'report-style:write') ? (
          <StyleCard org={org} organization={membership.name} style={style} />
        ) : null}
      </div>
    </>
  )
}
