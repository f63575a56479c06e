import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccessRulesFacts } from '@/components/access-rules/access-rules-facts'
import { AccessRulesForm } from '@/components/access-rules/access-rules-form'
import { GroupRolesCard } from '@/components/group-roles/group-roles-card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { accessRulesTitle } from '@/lib/presentation/access-rules-title'
import { getAccessRules } from '@/lib/services/get-access-rules'
import { listGroupRoles } from '@/lib/services/list-group-roles'

export const metadata: Metadata = { title: 'Access rules' }

type Props = { params: Promise<{ org: string }> }

export default async function AccessRulesPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'member:read')) notFound()
  const [rules, groupRoles] = await Promise.all([getAccessRules(actor, { org }), listGroupRoles(actor, { org })])
  const { address, acr, amr } = actor.context
  return (
    <>
      <PageHeading
        title={accessRulesTitle(rules)}
        sub="What your organization asks of everybody who enters it, beyond what Proofline always asks. Rules hold from the next request on."
      />
      <div className="grid gap-4">
        {can(membership.role, 'access-rules:write') ? (
          <AccessRulesForm org={org} rules={rules} own={{ address, acr, amr }} />
        ) : (
          <AccessRulesFacts rules={rules} />
        )}
        <GroupRolesCard org={org} groupRoles={groupRoles} editable={can(membership.role, 'member:write')} />
      </div>
    </>
  )
}
