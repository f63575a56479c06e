import type { Metadata } from 'next'
import { DeploymentCard } from '@/components/deployments/deployment-card'
import { DeploymentsEmpty } from '@/components/deployments/deployments-empty'
import { ExportMenu } from '@/components/export/export-menu'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { deploymentsTitle } from '@/lib/presentation/deployments-title'
import { paths } from '@/lib/queries/paths'
import { listDeployments } from '@/lib/services/list-deployments'

export const metadata: Metadata = { title: 'Deployments' }

type Props = { params: Promise<{ org: string }> }

export default async function DeploymentsPage({ params }: Props) {
  const { org } = await params
  const { actor, membership } = await requireMember(org)
  const deployments = await listDeployments(actor, { org })
  const editable = can(membership.role, 'deployment:write')
  const today = new Date().toISOString().slice(0, 10)
  return (
    <>
      <PageHeading
        title={deploymentsTitle(deployments, today)}
        sub="A deployment is one rollout of the five layers in one environment. Its dates drive every before and after view."
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'deployments' }]} />
            {editable ? (
              <LinkButton variant="primary" href={paths.newDeployment(org)}>
                Add a deployment
              </LinkButton>
            ) : null}
          </>
        }
      />
      {deployments.length === 0 ? <DeploymentsEmpty addHref={editable ? paths.newDeployment(org) : null} /> : null}
      <div className="grid gap-4">
        {deployments.map((deployment) => (
          <DeploymentCard
            key={deployment.id}
            deployment={deployment}
            today={today}
            editHref={editable ? paths.deployment(org, deployment.slug) : null}
            outcomesHref={paths.outcomes(org, deployment.slug)}
          />
        ))}
      </div>
    </>
  )
}
