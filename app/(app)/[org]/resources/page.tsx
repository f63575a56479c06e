import type { Metadata } from 'next'
import { FactsCard } from '@/components/resources/facts-card'
import { ResourceFindings } from '@/components/resources/resource-findings'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { FindingFilter } from '@/lib/model/finding-filter'
import { resourceLine, resourceTitle } from '@/lib/presentation/resource-title'
import { getResource } from '@/lib/services/get-resource'

export const metadata: Metadata = { title: 'Resource' }

type Props = {
  params: Promise<{ org: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ResourcePage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor } = await requireMember(org)
  const id = FindingFilter.shape.resource.catch('').parse((await searchParams).id) ?? ''
  const view = await orNotFound(getResource(actor, { org, id }))
  return (
    <>
      <PageHeading title={resourceTitle(view)} sub={resourceLine(view)} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Card title="Findings">
          <ResourceFindings org={org} findings={view.findings} now={new Date().toISOString()} />
        </Card>
        {view.facts.map((read) => (
          <FactsCard key={`${read.connectionName} ${read.sha256}`} read={read} />
        ))}
        {view.facts.length === 0 ? (
          <Card
            title="Facts"
            note="No snapshot of ours holds this resource, so nothing is known of it but the findings."
          />
        ) : null}
      </div>
    </>
  )
}
