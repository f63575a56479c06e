import { checkOf } from '@/lib/checks/registry'
import { sha256 } from '@/lib/db/sha256'
import { ocsfComplianceFinding } from '@/lib/evidence/ocsf-compliance-finding'
import { SARIF_BEGIN, type SarifRule, sarifEnd, sarifResult } from '@/lib/evidence/sarif-findings'
import { findingKey } from '@/lib/findings/finding-key'
import { requirementsTouched } from '@/lib/framework/requirements-touched'
import { csvLine } from '@/lib/incidents/csv-line'
import type { Actor } from '@/lib/model/actor'
import type { Finding } from '@/lib/model/finding'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import { authorize } from './authorize'
import { listFindings } from './list-findings'
import { noticingExport } from './notice-export'
import { pagesOf } from './pages-of'

export const FINDING_FORMATS = ['csv', 'json', 'ocsf', 'sarif'] as const
export type FindingFormat = (typeof FINDING_FORMATS)[number]

type Input = { org: string; filter: FindingFilter; sort: FindingSort; now?: Date }
type Organization = { id: string; slug: string; name: string }
type Writer = (pages: AsyncIterable<readonly Finding[]>, organization: Organization) => AsyncIterable<string>

const COLUMNS = [
  'id',
  'state',
  'severity',
  'checkId',
  'source',
  'connectionName',
  'title',
  'message',
  'layer',
  'openedAt',
  'lastSeenAt',
  'resolvedAt',
  'runsSeen',
  'reopened',
  'exceptionUntil',
] as const
const RESOURCE = ['type', 'id', 'name', 'account', 'region'] as const

/**
 * The findings of a list in one of four formats, piece by piece: exactly those the filter leaves, in the same order. Throws
 * not-found, forbidden and invalid before the first piece, so that a refusal is never half a file.
 */
export async function exportFindings(
  actor: Actor,
  format: FindingFormat,
  { org, filter, sort, now = new Date() }: Input,
): Promise<AsyncIterable<string>> {
  const { organizationId: id, slug, name } = await authorize(actor, org, 'finding:export')
  const pages = await pagesOf((page) => listFindings(actor, { org, filter, sort, page, now }))
  return WRITERS[format](noticingExport(actor, pages), { id, slug, name })
}

async function* csv(pages: AsyncIterable<readonly Finding[]>): AsyncGenerator<string> {
  yield csvLine([...COLUMNS, ...RESOURCE.map((field) => `resource.${field}`), 'capabilities', 'owner'])
  for await (const findings of pages) yield findings.map(csvOf).join('')
}

const csvOf = (finding: Finding): string =>
  csvLine([
    ...COLUMNS.map((column) => finding[column]),
    ...RESOURCE.map((field) => finding.resource[field]),
    finding.capabilities.join(' '),
    finding.owner?.name ?? null,
  ])

/** A JSON array, an element a line. */
async function* list(pages: AsyncIterable<readonly Finding[]>, toElement: (finding: Finding) => object) {
  let separator = '[\n'
  for await (const findings of pages) {
    yield separator + findings.map((finding) => JSON.stringify(toElement(finding))).join(',\n')
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

const ocsf: Writer = (pages, organization) =>
  list(pages, (finding) =>
    ocsfComplianceFinding(finding, {
      organization,
      requirements: requirementsTouched(finding.capabilities),
      remediation: checkOf(finding.checkId)?.remediation.text ?? null,
    }),
  )

async function* sarif(pages: AsyncIterable<readonly Finding[]>): AsyncGenerator<string> {
  const rules = new Map<string, SarifRule>()
  yield SARIF_BEGIN
  let separator = '\n'
  for await (const findings of pages) {
    const results = findings.map((finding) =>
      JSON.stringify(sarifResult(finding, findingKey(sha256, finding.checkId, finding.resource.id))),
    )
    for (const { checkId: id, title } of findings)
      if (!rules.has(id)) rules.set(id, { id, title, help: checkOf(id)?.remediation.text ?? null })
    yield separator + results.join(',\n')
    separator = ',\n'
  }
  yield sarifEnd(rules.values())
}

const WRITERS: Readonly<Record<FindingFormat, Writer>> = {
  csv,
  json: (pages) => list(pages, (finding) => finding),
  ocsf,
  sarif,
}
