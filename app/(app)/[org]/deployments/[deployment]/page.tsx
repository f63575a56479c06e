import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeleteDeployment } from '@/components/deployments/delete-deployment'
import { DeploymentForm } from '@/components/deployments/deployment-form'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { dayText } from '@/lib/presentation/date'
import { listDeployments } from '@/lib/services/list-deployments'

export const metadata: Metadata = { title: 'Edit a deployment' }

type Props = { params: Promise<{ org: string; deployment: string }> }

export default async function EditDeploymentPage({ params }: Props) {
  const { org, deployment: slug } = await params
  const { actor, membership } = await requireMember(org)
  const deployment = (await listDeployments(actor, { org })).find((d) => d.slug === slug)
  if (!deployment || !can(membership.role, 'deployment:write')) notFound()
  return (
    <>
      <PageHeading
        title={deployment.name}
        sub={`${membership.name}. Added ${dayText(deployment.createdAt.slice(0, 10))}.`}
        actions={
          can(membership.role, 'deployment:delete') ? <DeleteDeployment org={org} deployment={deployment} /> : null
        }
      />
      <Card title="What is rolled out, and where">
        <DeploymentForm org={org} deployment={deployment} />
      </Card>
    </>
  )
}
