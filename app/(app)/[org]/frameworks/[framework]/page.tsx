import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { FrameworkActions } from '@/components/frameworks/framework-actions'
import { FrameworkFacts } from '@/components/frameworks/framework-facts'
import { frameworkInAddress } from '@/components/frameworks/framework-in-address'
import { RequirementFilters } from '@/components/frameworks/requirement-filters'
import { RequirementsCard } from '@/components/frameworks/requirements-card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { mappedText } from '@/lib/presentation/framework'
import { getFramework } from '@/lib/services/get-framework'

export const metadata: Metadata = { title: 'Framework' }

const Query = z.object({
  mapped: z.enum(['yes', 'no']).optional().catch(undefined),
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  from: z.coerce.number().int().min(0).catch(0),
})

type Props = {
  params: Promise<{ org: string; framework: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function FrameworkPage({ params, searchParams }: Props) {
  const { org, framework: part } = await params
  const { actor, membership } = await requireMember(org)
  const id = frameworkInAddress(part) ?? notFound()
  const { from, ...chosen } = Query.parse(await searchParams)
  const detail = await orNotFound(getFramework(actor, { org, framework: id }))
  const { framework, own } = detail
  const { requirements } = framework
  const mapped = requirements.filter(({ capabilities }) => capabilities.length > 0).length
  const mayWrite = own !== null && can(membership.role, 'custom-framework:write')
  return (
    <>
      <PageHeading
        title={framework.name}
        sub={`Version ${framework.version}. ${mappedText({ requirements: requirements.length, mapped })}.`}
        actions={own ? <FrameworkActions org={org} own={own} mayDelete={mayWrite} /> : undefined}
      >
        <RequirementFilters org={org} framework={id} chosen={chosen} />
      </PageHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <RequirementsCard org={org} detail={detail} chosen={chosen} from={from} mayMap={mayWrite} />
        {own ? <FrameworkFacts own={own} /> : null}
      </div>
    </>
  )
}
