import type { Metadata } from 'next'
import { CheckFactsCard } from '@/components/checks/check-facts-card'
import { CheckSettingForm } from '@/components/checks/check-setting-form'
import { RemediationCard } from '@/components/checks/remediation-card'
import { RequirementsCard } from '@/components/checks/requirements-card'
import { StandingsCard } from '@/components/checks/standings-card'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { checkOf } from '@/lib/checks/registry'
import type { CheckView } from '@/lib/model/check-view'
import { toPercent } from '@/lib/presentation/number'
import { getCheck } from '@/lib/services/get-check'

type Props = { params: Promise<{ org: string; check: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: checkOf((await params).check)?.title ?? 'Check' }
}

export default async function CheckPage({ params }: Props) {
  const { org, check: id } = await params
  const { actor, membership } = await requireMember(org)
  const check = await orNotFound(getCheck(actor, { org, id }))
  return (
    <>
      <PageHeading
        title={check.title}
        sub={`${check.asserts} ${check.risk}`}
        actions={<LinkButton href={`/${org}/findings?check=${check.id}`}>Its findings</LinkButton>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <StandingsCard standings={check.standings} runHref={(run) => `/${org}/runs/${run}`} />
        <div className="grid items-start gap-4 @4xl/main:grid-cols-2">
          <RemediationCard remediation={check.remediation} />
          <CheckFactsCard check={check} />
          <RequirementsCard requirements={check.requirements} />
          <SettingCard org={org} check={check} editable={can(membership.role, 'check-setting:write')} />
        </div>
      </div>
    </>
  )
}

function SettingCard({ org, check, editable }: { org: string; check: CheckView; editable: boolean }) {
  const { setting, severity, threshold } = check
  const own = setting?.threshold ?? null
  const percent =
    check.kind === 'ratio' ? { own: own === null ? null : toPercent(own), default: toPercent(threshold) } : null
  const said = setting
    ? `${setting.updatedBy} on ${setting.updatedAt.slice(0, 10)}: ${setting.reason}`
    : 'As the check brings it.'
  return (
    <Card title="For this organization" note={said}>
      {editable ? (
        <CheckSettingForm
          org={org}
          check={check.id}
          percent={percent}
          severity={{ own: setting?.severity ?? null, default: severity }}
        />
      ) : (
        <p className="text-sm">
          Severity {setting?.severity ?? severity}
          {percent ? `, passes at ${percent.own ?? percent.default} %` : ''}.
        </p>
      )}
    </Card>
  )
}
