import type { Metadata } from 'next'
import { RemediationCard } from '@/components/checks/remediation-card'
import { RequirementsCard } from '@/components/checks/requirements-card'
import { EffectCard } from '@/components/findings/detail/effect-card'
import { EvidenceCard } from '@/components/findings/detail/evidence-card'
import { ExceptionsCard } from '@/components/findings/detail/exceptions-card'
import { FindingActs } from '@/components/findings/detail/finding-acts'
import { HistoryCard } from '@/components/findings/detail/history-card'
import { ProvenanceCard } from '@/components/findings/detail/provenance-card'
import { StandingCard } from '@/components/findings/detail/standing-card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { checkOf } from '@/lib/checks/registry'
import { requirementsTouched } from '@/lib/framework/requirements-touched'
import { findingLine } from '@/lib/presentation/finding'
import { getFinding, getFindingEffect } from '@/lib/services/get-finding'

export const metadata: Metadata = { title: 'Finding' }

type Props = { params: Promise<{ org: string; finding: string }> }

export default async function FindingPage({ params }: Props) {
  const { org, finding: id } = await params
  const { actor, membership } = await requireMember(org)
  const now = new Date()
  const finding = await orNotFound(getFinding(actor, { org, id, now }))
  const effect = await getFindingEffect(actor, { org, id, now })
  const check = finding.source === 'check' ? checkOf(finding.checkId) : undefined
  const may = { assign: can(membership.role, 'finding:write'), except: can(membership.role, 'finding:except') }
  const requirements = requirementsTouched(finding.capabilities)
  const hasException = finding.exceptions.some(({ endedAt }) => endedAt === null)
  return (
    <>
      <PageHeading title={finding.title} sub={findingLine(finding, now.toISOString())} />
      <div className="grid items-start gap-4 @4xl/main:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <EvidenceCard org={org} finding={finding} />
          {check ? <RemediationCard remediation={check.remediation} /> : null}
          {finding.provenance ? <ProvenanceCard provenance={finding.provenance} /> : null}
          <HistoryCard org={org} id={finding.id} events={finding.events} canComment={may.assign} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <StandingCard org={org} finding={finding} isOwnCheck={check !== undefined}>
            <FindingActs
              org={org}
              id={finding.id}
              ownerId={finding.owner?.id ?? null}
              severityOverride={finding.severityOverride}
              isOpen={finding.state === 'open'}
              hasException={hasException}
              may={may}
            />
          </StandingCard>
          {effect ? <EffectCard effect={effect} accepted={finding.exceptionUntil !== null} /> : null}
          {finding.exceptions.length > 0 ? (
            <ExceptionsCard exceptions={finding.exceptions} today={now.toISOString().slice(0, 10)} />
          ) : null}
          {requirements.length > 0 ? <RequirementsCard requirements={requirements} /> : null}
        </div>
      </div>
    </>
  )
}
