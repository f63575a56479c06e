import { forOrganization } from '@/lib/db/store'
import { csvLine } from '@/lib/incidents/csv-line'
import type { Actor } from '@/lib/model/actor'
import type { AuditFilter } from '@/lib/model/incident-filter'
import { authorize } from './authorize'
import { listAudits } from './list-audits'
import { noticingExport } from './notice-export'
import { pagesOf } from './pages-of'

const COLUMNS = [
  'source',
  'externalId',
  'framework',
  'auditedOn',
  'assessed',
  'passed',
  'failed',
  'notApplicable',
] as const

type Input = { org: string; filter: AuditFilter }

/** The compliance audits of a list as CSV, like `exportIncidents`. Throws not-found before the first piece. */
export async function exportAudits(actor: Actor, { org, filter }: Input): Promise<AsyncIterable<string>> {
  const { organizationId } = await authorize(actor, org, 'compliance-audit:export')
  const deployments = await forOrganization(organizationId, (store) => store.deployments.list())
  const slugs = new Map(deployments.map(({ id, slug }) => [id, slug]))
  const pages = noticingExport(actor, await pagesOf((page) => listAudits(actor, { org, filter, page })))

  return (async function* () {
    yield csvLine([...COLUMNS, 'deployment'])
    for await (const items of pages) {
      const lines = items.map((audit) =>
        csvLine([...COLUMNS.map((column) => audit[column]), slugs.get(audit.deploymentId ?? '') ?? null]),
      )
      yield lines.join('')
    }
  })()
}
