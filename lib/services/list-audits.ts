import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { ComplianceAudit } from '@/lib/model/compliance-audit'
import type { AuditFilter } from '@/lib/model/incident-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

type Input = { org: string; filter: AuditFilter; page: PageRequest }

/** Compliance audits that match the filter, latest first. Throws not-found (organization, deployment), invalid (cursor). */
export async function listAudits(actor: Actor, { org, filter, page }: Input): Promise<Page<ComplianceAudit>> {
  const { organizationId } = await authorize(actor, org, 'compliance-audit:read')
  const { deployment, ...rest } = filter
  return forOrganization(organizationId, async ({ deployments, audits }) => {
    const deploymentId = deployment === undefined ? undefined : (await deployments.bySlug(deployment)).id
    return audits.page({ ...rest, deploymentId }, page)
  })
}
