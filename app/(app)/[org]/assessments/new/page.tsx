import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssessmentsEmpty } from '@/components/assessments/assessments-empty'
import { NewAssessmentForm } from '@/components/assessments/new-assessment-form'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { capabilities } from '@/lib/framework/capabilities'
import { listDeployments } from '@/lib/services/list-deployments'
import { listMaturityHistory } from '@/lib/services/list-maturity-history'

export const metadata: Metadata = { title: 'New assessment' }

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ deployment?: string }> }

export default async function NewAssessmentPage({ params, searchParams }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  if (!can(membership.role, 'assessment:write')) notFound()
  const { deployment: chosen } = await searchParams
  const deployments = await Promise.all(
    (await listDeployments(actor, { org })).map(async ({ id, slug, name }) => {
      const { points } = await listMaturityHistory(actor, { org, deployment: slug })
      return { id, slug, name, latest: points.at(-1)?.assessment ?? null }
    }),
  )
  return (
    <>
      <PageHeading title="Start an assessment" sub={membership.name} />
      {deployments.length === 0 ? (
        <AssessmentsEmpty org={org} editable filtered={false} hasDeployment={false} />
      ) : (
        <Card title="What is assessed, and for which day">
          <NewAssessmentForm
            org={org}
            deployments={deployments}
            chosen={chosen}
            today={new Date().toISOString().slice(0, 10)}
            first={capabilities[0]?.id}
          />
        </Card>
      )}
    </>
  )
}
