import type { Metadata } from 'next'
import { z } from 'zod'
import { ExportMenu } from '@/components/export/export-menu'
import { RuleFilters } from '@/components/rule-mappings/rule-filters'
import { RuleTable } from '@/components/rule-mappings/rule-table'
import { RulesEmpty } from '@/components/rule-mappings/rules-empty'
import { productsOf, rulesShown } from '@/components/rule-mappings/rules-shown'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { capabilitiesOf, capability } from '@/lib/framework/capabilities'
import { layers } from '@/lib/framework/layers'
import { countText } from '@/lib/presentation/number'
import { MAPPED_BY_DEFAULT, ruleMappingsTitle } from '@/lib/presentation/rule-mapping'
import { paths } from '@/lib/queries/paths'
import { listRulesSeen } from '@/lib/services/list-rules-seen'

export const metadata: Metadata = { title: 'Rules of other scanners' }

const Query = z.object({
  mapped: z.enum(['yes', 'no']).optional().catch(undefined),
  product: z.string().min(1).max(200).optional().catch(undefined),
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  from: z.coerce.number().int().min(0).catch(0),
})

const CHOICES = layers.map(({ id, name }) => ({
  layer: name,
  capabilities: capabilitiesOf(id).map((one) => ({ id: one.id, name: one.name })),
}))

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RuleMappingsPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const { from, ...chosen } = Query.parse(await searchParams)
  const { rules } = await orNotFound(listRulesSeen(actor, { org }))
  const { items, matching, next } = rulesShown(rules, chosen, from)
  const mayMap = can(membership.role, 'finding:import')
  return (
    <>
      <PageHeading
        title={ruleMappingsTitle(rules)}
        sub={MAPPED_BY_DEFAULT}
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'rule-mappings', filter: chosen }]} />
            <LinkButton href={paths.importFindings(org)}>Imported files</LinkButton>
          </>
        }
      >
        {rules.length === 0 ? null : <RuleFilters org={org} chosen={chosen} products={productsOf(rules)} />}
      </PageHeading>
      {items.length === 0 ? (
        <RulesEmpty org={org} hasAny={rules.length > 0} mayImport={mayMap} />
      ) : (
        <Card
          title="Rules"
          note="Those that feed nothing first, then by number of findings. Imported findings move no stage."
        >
          <RuleTable org={org} rules={items} choices={mayMap ? CHOICES : null} nameOf={(id) => capability(id).name} />
          <Pagination
            summary={`${countText(from + 1)} to ${countText(from + items.length)} of ${countText(matching)}`}
            firstHref={from > 0 ? paths.ruleMappings(org, chosen) : null}
            nextHref={next === null ? null : paths.ruleMappings(org, { ...chosen, from: next })}
          />
        </Card>
      )}
    </>
  )
}
