import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Incident } from '@/lib/model/incident'
import type { IncidentFilter } from '@/lib/model/incident-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

type Input = { org: string; filter: IncidentFilter; page: PageRequest }

/** Incidents that match the filter, newest first. Throws not-found (organization, deployment), invalid (cursor). */
export async function listIncidents(actor: Actor, { org, filter, page }: Input): Promise<Page<Incident>> {
  const { organizationId } = await authorize(actor, org, 'incident:read')
  const { deployment, ...rest } = filter
  return forOrganization(organizationId, async ({ deployments, incidents }) => {
    const deploymentId = deployment === undefined ? undefined : (await deployments.bySlug(deployment)).id
    return incidents.page({ ...rest, deploymentId }, page)
  })
}
