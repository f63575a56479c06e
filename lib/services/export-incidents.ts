import { forOrganization } from '@/lib/db/store'
import { csvLine } from '@/lib/incidents/csv-line'
import type { Actor } from '@/lib/model/actor'
import type { IncidentFilter } from '@/lib/model/incident-filter'
import { authorize } from './authorize'
import { listIncidents } from './list-incidents'
import { noticingExport } from './notice-export'
import { pagesOf } from './pages-of'

const COLUMNS = [
  'source',
  'externalId',
  'title',
  'severity',
  'layer',
  'occurredAt',
  'detectedAt',
  'acknowledgedAt',
  'containedAt',
  'resolvedAt',
  'countedAt',
] as const

type Input = { org: string; filter: IncidentFilter }

/**
 * The incidents of a list as CSV, piece by piece: exactly the rows the filter shows, in the same order. Throws not-found
 * before the first piece, so that a refusal is never half a file.
 */
export async function exportIncidents(actor: Actor, { org, filter }: Input): Promise<AsyncIterable<string>> {
  const { organizationId } = await authorize(actor, org, 'incident:export')
  const deployments = await forOrganization(organizationId, (store) => store.deployments.list())
  const slugs = new Map(deployments.map(({ id, slug }) => [id, slug]))
  const pages = noticingExport(actor, await pagesOf((page) => listIncidents(actor, { org, filter, page })))

  return (async function* () {
    yield csvLine([...COLUMNS, 'deployment'])
    for await (const items of pages) {
      const lines = items.map((incident) =>
        csvLine([...COLUMNS.map((column) => incident[column]), slugs.get(incident.deploymentId ?? '') ?? null]),
      )
      yield lines.join('')
    }
  })()
}
