import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccessTokensCard } from '@/components/machines/access-tokens-card'
import { TrustRuleForm } from '@/components/machines/trust-rule-form'
import { TrustRulesCard } from '@/components/machines/trust-rules-card'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { ROLES } from '@/lib/model/actor'
import { machineExamples } from '@/lib/presentation/machine-examples'
import { machinesTitle } from '@/lib/presentation/machines-title'
import { roleChoices } from '@/lib/presentation/role'
import { getMachines } from '@/lib/services/get-machines'

export const metadata: Metadata = { title: 'Machines' }

type Props = { params: Promise<{ org: string }> }

export default async function MachinesPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'trust-rule:read')) notFound()
  const { rules, tokens, url } = await getMachines(actor, { org })
  const editable = can(membership.role, 'trust-rule:write')
  return (
    <>
      <PageHeading
        title={machinesTitle(rules, tokens)}
        sub="Machines have no password and no key here. They bring a short-lived token of an issuer that you trust and get an access token of 15 minutes for it, for this organization and one role."
      />
      <div className="grid gap-4">
        <TrustRulesCard org={org} rules={rules} editable={editable} />
        <AccessTokensCard org={org} tokens={tokens} revocable={can(membership.role, 'session:revoke')} />
        {editable ? (
          <Card title="Trust an issuer" note="Examples are filled in; replace what stands in capitals.">
            <TrustRuleForm org={org} examples={machineExamples({ url, org })} roles={roleChoices(ROLES)} />
          </Card>
        ) : null}
      </div>
    </>
  )
}
