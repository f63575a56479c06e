import { readOrganizations } from '@/lib/db/read-scope'
import { auditEntryReader } from '@/lib/db/repositories/audit-entries'
import { forOrganization } from '@/lib/db/store'
import { ocsfEvent } from '@/lib/evidence/ocsf-audit-event'
import { csvLine } from '@/lib/incidents/csv-line'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Actor } from '@/lib/model/actor'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { AuditLogFilter } from '@/lib/model/audit-log-filter'
import { authorize } from './authorize'
import { noticingExport } from './notice-export'
import { pagesOf } from './pages-of'

type Input = { org: string; filter: AuditLogFilter }

const COLUMNS = [
  'seq',
  'id',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'subject',
  'sessionId',
  'address',
  'beforeDigest',
  'afterDigest',
  'previousHash',
  'hash',
] as const

const asCsv = (entry: AuditEntry): string =>
  csvLine([
    ...COLUMNS.map((column) => entry[column]),
    entry.decision && canonicalJson(entry.decision),
    canonicalJson(entry.detail),
  ])

/**
 * The audit log as CSV, piece by piece, newest first; structured fields as canonical JSON, instants and digests as they
 * are hashed. The export is an entry of the log itself. Throws not-found, forbidden before the first piece.
 */
export async function exportAuditLogCsv(actor: Actor, input: Input): Promise<AsyncIterable<string>> {
  const { pages } = await opened(actor, input, 'csv')
  return (async function* () {
    yield csvLine([...COLUMNS, 'decision', 'detail'])
    for await (const entries of pages) yield entries.map(asCsv).join('')
  })()
}

/** The same as a JSON array of OCSF 1.8 events of class API Activity. */
export async function exportAuditLogOcsf(actor: Actor, input: Input): Promise<AsyncIterable<string>> {
  const { pages, organization } = await opened(actor, input, 'ocsf')
  return (async function* () {
    let separator = '['
    for await (const entries of pages) {
      yield separator + entries.map((entry) => JSON.stringify(ocsfEvent(entry, organization))).join(',\n')
      separator = ',\n'
    }
    yield separator === '[' ? '[]\n' : ']\n'
  })()
}

async function opened(actor: Actor, { org, filter }: Input, format: 'csv' | 'ocsf') {
  const here = await authorize(actor, org, 'audit-log:export')
  const { organizationId, slug, name } = here
  await forOrganization(here, ({ audit }) =>
    audit.append(actor, { action: 'audit-log.exported', subject: organizationId, detail: { format, ...filter } }),
  )
  const pages = await pagesOf((page) =>
    readOrganizations([organizationId], (tx) => auditEntryReader(tx, organizationId).page(filter, page)),
  )
  return { pages: noticingExport(actor, pages), organization: { id: organizationId, slug, name } }
}
