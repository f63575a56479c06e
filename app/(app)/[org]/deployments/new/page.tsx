import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeploymentForm } from '@/components/deployments/deployment-form'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'

export const metadata: Metadata = { title: 'Add a deployment' }

type Props = { params: Promise<{ org: string }> }

export default async function NewDeploymentPage({ params }: Props) {
  const { org } = await params
  const { membership } = await requireMember(org)
  if (!can(membership.role, 'deployment:write')) notFound()
  return (
    <>
      <PageHeading title="Add a deployment" sub={membership.name} />
      <Card title="What is rolled out, and where">
        <DeploymentForm org={org} deployment={null} />
      </Card>
    </>
  )
}
