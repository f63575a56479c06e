import { begun, feedsScope, iso, population, START, told, within } from './pack-population'

const CONNECTION = (row: string) =>
  `JOIN connections c ON c.organization_id = ${row}.organization_id AND c.id = ${row}.connection_id`
const DEPLOYMENT = 'LEFT JOIN deployments d ON d.organization_id = c.organization_id AND d.id = c.deployment_id'
const FINISHED = 'CASE WHEN r.finished_at <= :as_of::timestamptz THEN r.finished_at END'
const COUNTED = `coalesce(${FINISHED}, r.created_at)`

export const RUNS = population({
  name: 'runs',
  words: 'Runs of the connections that feed the scope, by when they ended, or were asked for while they had not.',
  note: 'A connection of no deployment feeds all of them. Failed and cancelled runs are listed too.',
  speaksBy: null,
  columns: {
    id: 'r.id',
    connection: 'c.name',
    kind: 'c.kind::text',
    deployment: 'd.slug',
    trigger: 'r.trigger',
    requested_by: 'r.requested_by',
    created_at: iso('r.created_at'),
    started_at: told('r.started_at'),
    finished_at: told('r.finished_at'),
    state: `CASE WHEN r.finished_at <= :as_of::timestamptz THEN r.state::text ELSE 'running' END`,
    error: 'CASE WHEN r.finished_at <= :as_of::timestamptz THEN r.error END',
    snapshot_sha256: 'CASE WHEN r.finished_at <= :as_of::timestamptz THEN r.snapshot END',
    formula: 'CASE WHEN r.finished_at <= :as_of::timestamptz THEN r.formula END',
  },
  from: `runs r ${CONNECTION('r')} ${DEPLOYMENT}`,
  where: [
    'r.organization_id = :organization::uuid',
    'r.created_at <= :as_of::timestamptz',
    ...within(COUNTED),
    feedsScope('c.deployment_id'),
  ],
})

export const CHECK_VERDICTS = population({
  name: 'check-verdicts',
  words:
    'What every finished run said of each check that bears on the framework, by account, with the quarter it ended in.',
  note: 'Unknown is what was looked at and could not be told; it is neither pass nor fail.',
  speaksBy: 'check_id',
  columns: {
    id: 'v.id',
    quarter: `to_char(r.finished_at AT TIME ZONE 'UTC', 'YYYY-"Q"Q')`,
    check_id: 'v.check_id',
    connection: 'c.name',
    deployment: 'd.slug',
    account: 'v.account',
    verdict: 'v.verdict::text',
    numerator: 'v.numerator',
    denominator: 'v.denominator',
    undecided: 'v.undecided',
    facts_at: iso('v.facts_at'),
    run_id: 'v.run_id',
    finished_at: iso('r.finished_at'),
  },
  from: `check_verdicts v
  JOIN runs r ON r.organization_id = v.organization_id AND r.id = v.run_id ${CONNECTION('r')} ${DEPLOYMENT}`,
  where: [
    'v.organization_id = :organization::uuid',
    `r.state = 'done'`,
    ...within('r.finished_at'),
    'v.check_id = ANY (:checks::text[])',
    feedsScope('c.deployment_id'),
  ],
})

/** When it was resolved, as far as was known: one that came back is told by what happened to it until then. */
const RESOLVED = `CASE WHEN f.reopened = 0
    THEN CASE WHEN f.resolved_at <= :as_of::timestamptz THEN f.resolved_at END
    ELSE (SELECT CASE WHEN e.kind = 'resolved' THEN e.at END FROM finding_events e
      WHERE e.organization_id = f.organization_id AND e.finding_id = f.id AND e.at <= :as_of::timestamptz
        AND e.kind IN ('opened', 'reopened', 'resolved') ORDER BY e.at DESC, e.id DESC LIMIT 1) END`

export const REOPENED = `CASE WHEN f.reopened = 0 THEN 0 ELSE (SELECT count(*)::int FROM finding_events e
      WHERE e.organization_id = f.organization_id AND e.finding_id = f.id AND e.at <= :as_of::timestamptz
        AND e.kind = 'reopened') END`

export const FINDINGS = population({
  name: 'findings',
  words:
    'Findings of the connections that feed the scope that were open on any day of the period, about what speaks to the framework.',
  note: 'Open and resolved as of the instant the pack is told as of; wording and severity as they stand.',
  speaksBy: 'capabilities',
  columns: {
    id: 'f.id',
    check_id: 'f.check_id',
    source: 'f.source',
    connection: 'c.name',
    deployment: 'd.slug',
    account: 'f.account',
    region: 'f.region',
    resource_type: 'f.resource_type',
    resource_id: 'f.resource_id',
    resource_name: 'f.resource_name',
    title: 'f.title',
    message: 'f.message',
    severity: 'f.severity::text',
    capabilities: `array_to_string(f.capabilities, ' ')`,
    state: `CASE WHEN resolved.at IS NULL THEN 'open' ELSE 'resolved' END`,
    opened_at: iso('f.opened_at'),
    resolved_at: iso('resolved.at'),
    reopened: REOPENED,
  },
  from: `findings f ${CONNECTION('f')} ${DEPLOYMENT}
  CROSS JOIN LATERAL (SELECT ${RESOLVED} AS at) resolved`,
  where: [
    'f.organization_id = :organization::uuid',
    ...begun('f.opened_at'),
    `(resolved.at IS NULL OR resolved.at >= ${START})`,
    '(f.capabilities && :capabilities::text[] OR f.check_id = ANY (:checks::text[]))',
    feedsScope('c.deployment_id'),
  ],
})

export const EXCEPTIONS = population({
  name: 'exceptions',
  words: 'Accepted risks of those findings that were in force on any day of the period.',
  note: 'A finding whose risk is accepted fails all the same.',
  speaksBy: 'capabilities',
  columns: {
    id: 'x.id',
    finding_id: 'x.finding_id',
    check_id: 'f.check_id',
    resource_id: 'f.resource_id',
    capabilities: `array_to_string(f.capabilities, ' ')`,
    owner: 'x.owner_name',
    reason: 'x.reason',
    until: 'x.until::text',
    granted_by: 'x.granted_by',
    granted_at: iso('x.granted_at'),
    ended_at: told('x.ended_at'),
    ended_by: 'CASE WHEN x.ended_at <= :as_of::timestamptz THEN x.ended_by END',
  },
  from: `finding_exceptions x
  JOIN findings f ON f.organization_id = x.organization_id AND f.id = x.finding_id ${CONNECTION('f')}`,
  where: [
    'x.organization_id = :organization::uuid',
    ...begun('x.granted_at'),
    'x.until >= :from::date',
    `(x.ended_at IS NULL OR x.ended_at > :as_of::timestamptz OR x.ended_at >= ${START})`,
    '(f.capabilities && :capabilities::text[] OR f.check_id = ANY (:checks::text[]))',
    feedsScope('c.deployment_id'),
  ],
})
