import type { AuditMap, IncidentMap } from '@/lib/model/import-options'

type Names<Field extends string> = readonly (readonly [Field, readonly string[]])[]

/** Names that trackers give their columns, best first; the words of a name in lower case, joined by `_`. */
const INCIDENT_TEXTS: Names<keyof IncidentMap> = [
  [
    'externalId',
    [
      'external_id',
      'incident_id',
      'incident_number',
      'number',
      'id',
      'key',
      'issue_key',
      'ticket_id',
      'ticket_number',
    ].concat(['ticket', 'case_id', 'case_number', 'alert_id', 'incident', 'reference', 'sys_id']),
  ],
  ['title', ['title', 'short_description', 'summary', 'subject', 'headline', 'name', 'description']],
  ['severity', ['severity', 'priority', 'impact', 'criticality', 'urgency']],
  ['layer', ['layer', 'zero_trust_layer', 'zt_layer']],
]

/** Without what says that it is a date: `opened` stands for `opened_at`, `Date opened` and `Opened (UTC)`. */
const INCIDENT_DATES: Names<keyof IncidentMap> = [
  [
    'occurredAt',
    ['occurred', 'onset', 'started', 'start', 'began', 'first_activity', 'happened', 'incident_date', 'incident_time'],
  ],
  ['detectedAt', ['detected', 'detection', 'discovered', 'reported', 'opened', 'created', 'sys_created', 'open']],
  ['acknowledgedAt', ['acknowledged', 'ack', 'triaged', 'responded', 'first_response', 'assigned']],
  ['containedAt', ['contained', 'containment', 'mitigated']],
  ['resolvedAt', ['resolved', 'remediated', 'recovered', 'fixed', 'closed', 'ended']],
]

const AUDIT_TEXTS: Names<keyof AuditMap> = [
  ['externalId', ['external_id', 'audit_id', 'audit_number', 'id', 'number', 'reference', 'audit', 'assessment_id']],
  ['passed', ['passed', 'controls_passed', 'passed_controls', 'pass', 'pass_count', 'compliant']],
  ['failed', ['failed', 'controls_failed', 'failed_controls', 'fail', 'fail_count', 'non_compliant']],
  ['assessed', ['assessed', 'controls_assessed', 'assessed_controls', 'tested', 'controls_tested', 'total']],
  ['notApplicable', ['not_applicable', 'controls_not_applicable', 'n_a', 'na', 'excluded']],
  ['framework', ['framework', 'standard', 'regulation', 'programme', 'program']],
]

const AUDIT_DATES: Names<keyof AuditMap> = [
  [
    'auditedOn',
    ['audited', 'audit_date', 'assessed_on', 'assessed_at', 'assessment_date', 'date', 'performed', 'completed'],
  ],
]

const wordsOf = (header: string): string[] =>
  header
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

const DATE_WORDS = new Set(['at', 'on', 'date', 'time', 'timestamp', 'datetime', 'utc', 'gmt', 'ts'])

/** The words of a header without those that only say "date"; a header of nothing else keeps its first. */
function dateStem(words: readonly string[]): string {
  const rest = words.filter((word) => !DATE_WORDS.has(word))
  return rest.length > 0 ? rest.join('_') : (words[0] ?? '')
}

function guess<Field extends string>(headers: readonly string[], texts: Names<Field>, dates: Names<Field>) {
  const columns = headers.map((header) => ({ header, words: wordsOf(header) }))
  const map: { [F in Field]?: string } = {}
  const take = (names: Names<Field>, namesOf: (words: string[]) => string[]) => {
    for (const [field, wanted] of names) {
      const places = wanted.map((name) => columns.find((column) => namesOf(column.words).includes(name)))
      const column = places.find((place) => place !== undefined)
      if (column !== undefined) map[field] = column.header
    }
  }
  take(texts, (words) => [words.join('_')])
  take(dates, (words) => [words.join('_'), dateStem(words)])
  return map
}

/**
 * A map of incident columns guessed from common header names (ServiceNow, Jira, Sentinel and plain English);
 * no name stands for two fields. What is not recognised is left out, `externalId` included: show it to a person before use.
 */
export const incidentMapFor = (headers: readonly string[]): Partial<IncidentMap> =>
  guess(headers, INCIDENT_TEXTS, INCIDENT_DATES)

/** The same for audits. */
export const auditMapFor = (headers: readonly string[]): Partial<AuditMap> => guess(headers, AUDIT_TEXTS, AUDIT_DATES)
