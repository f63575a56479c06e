import type { Actor } from '@/lib/model/actor'
import type { AuditMap, ImportOptions, IncidentMap } from '@/lib/model/import-options'
import { importAudits } from '@/lib/services/import-audits'
import { importIncidents } from '@/lib/services/import-incidents'
import { toCsv } from './csv'
import type { OrganizationStory } from './scenario'

const INCIDENT_COLUMNS = [
  'externalId',
  'title',
  'severity',
  'layer',
  'occurredAt',
  'detectedAt',
  'acknowledgedAt',
  'containedAt',
  'resolvedAt',
] as const
const AUDIT_COLUMNS = ['externalId', 'framework', 'auditedOn', 'assessed', 'passed', 'failed', 'notApplicable'] as const

type Same<Column extends string> = { [C in Column]: C }

const mapOf = <Column extends string>(columns: readonly Column[]) =>
  Object.fromEntries(columns.map((column) => [column, column])) as Same<Column>

const INCIDENT_MAP: IncidentMap = mapOf(INCIDENT_COLUMNS)
const AUDIT_MAP: AuditMap = mapOf(AUDIT_COLUMNS)

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** Writes a story's records as CSV and reads them in as any file is, refusing the whole file when a row is refused. */
export async function loadRecords(
  actor: Actor,
  scenario: string,
  { organization, deployment, incidents, audits }: OrganizationStory,
): Promise<void> {
  const options = (kind: string): ImportOptions => ({
    source: `synthetic-${scenario}`,
    deployment: deployment.slug,
    dates: 'iso',
    zone: 'UTC',
    fileName: `${organization.slug}-${kind}.csv`,
    dryRun: false,
    strict: true,
  })
  await importIncidents(actor, {
    org: organization.slug,
    map: INCIDENT_MAP,
    options: options('incidents'),
    chunks: bytes(toCsv(INCIDENT_COLUMNS, incidents)),
  })
  await importAudits(actor, {
    org: organization.slug,
    map: AUDIT_MAP,
    options: options('audits'),
    chunks: bytes(toCsv(AUDIT_COLUMNS, audits)),
  })
}
