import { z } from 'zod'
import { forOrganization } from '@/lib/db/store'
import { auditsTable } from '@/lib/evidence/tables/audits'
import { deploymentsTable } from '@/lib/evidence/tables/deployments'
import { importsTable } from '@/lib/evidence/tables/imports'
import { incidentsTable } from '@/lib/evidence/tables/incidents'
import { monthlyMetricsTable } from '@/lib/evidence/tables/monthly-metrics'
import { ImportKind } from '@/lib/model/import-batch'
import { AuditFilter, IncidentFilter } from '@/lib/model/incident-filter'
import { Slug } from '@/lib/model/slug'
import { listAudits } from '../list-audits'
import { listDeployments } from '../list-deployments'
import { listImports } from '../list-imports'
import { listIncidents } from '../list-incidents'
import { listMonthlyMetrics } from '../list-monthly-metrics'
import { pagesOf } from '../pages-of'
import { incidentEvents } from './incident-events'
import { mapped, onePage, tableSource } from './source'

/** Slugs of the organization's deployments by id. */
export async function deploymentSlugs(organizationId: string): Promise<(id: string | null) => string | null> {
  const deployments = await forOrganization(organizationId, (store) => store.deployments.list())
  const slugs = new Map(deployments.map(({ id, slug }) => [id, slug]))
  return (id) => slugs.get(id ?? '') ?? null
}

const incidents = tableSource({
  table: incidentsTable,
  permission: 'incident:export',
  filter: IncidentFilter,
  documents: { 'ocsf.json': incidentEvents },
  async open(actor, { org, place, filter }) {
    const slugOf = await deploymentSlugs(place.organizationId)
    const pages = await pagesOf((page) => listIncidents(actor, { org, filter, page }))
    return mapped(pages, (one) => ({ ...one, deployment: slugOf(one.deploymentId) }))
  },
})

const audits = tableSource({
  table: auditsTable,
  permission: 'compliance-audit:export',
  filter: AuditFilter,
  async open(actor, { org, place, filter }) {
    const slugOf = await deploymentSlugs(place.organizationId)
    const pages = await pagesOf((page) => listAudits(actor, { org, filter, page }))
    return mapped(pages, (one) => ({ ...one, deployment: slugOf(one.deploymentId) }))
  },
})

const imports = tableSource({
  table: importsTable,
  permission: 'import:read',
  filter: z.object({ kind: ImportKind.optional() }),
  open: (actor, { org, filter: { kind } }) => pagesOf((page) => listImports(actor, { org, kind, page })),
})

const outcomes = tableSource({
  table: monthlyMetricsTable,
  permission: 'incident:read',
  filter: z.object({ deployment: Slug.optional() }),
  open: async (actor, { org, filter: { deployment } }) => onePage(await listMonthlyMetrics(actor, { org, deployment })),
})

const deployments = tableSource({
  table: deploymentsTable,
  permission: 'deployment:read',
  filter: z.object({}),
  open: async (actor, { org }) => onePage(await listDeployments(actor, { org })),
})

export const recordSources = [incidents, audits, imports, outcomes, deployments]
