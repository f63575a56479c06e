import { inScope, iso, keptByThen, population, told, within } from './pack-population'

const DEPLOYMENT = (row: string) =>
  `LEFT JOIN deployments d ON d.organization_id = ${row}.organization_id AND d.id = ${row}.deployment_id`

export const INCIDENTS = population({
  name: 'incidents',
  words: 'Incidents that are counted in the period, of the deployments in scope.',
  note: 'As the source systems handed them in. Instants later than the one the pack is told as of are empty.',
  speaksBy: null,
  columns: {
    id: 'i.id',
    source: 'i.source',
    external_id: 'i.external_id',
    title: 'i.title',
    severity: 'i.severity::text',
    layer: 'i.layer::text',
    deployment: 'd.slug',
    occurred_at: told('i.occurred_at'),
    detected_at: told('i.detected_at'),
    acknowledged_at: told('i.acknowledged_at'),
    contained_at: told('i.contained_at'),
    resolved_at: told('i.resolved_at'),
    counted_at: iso('i.counted_at'),
  },
  from: `incidents i ${DEPLOYMENT('i')}`,
  where: [
    'i.organization_id = :organization::uuid',
    ...within('i.counted_at'),
    keptByThen('i.id'),
    inScope('i.deployment_id'),
  ],
})

export const COMPLIANCE_AUDITS = population({
  name: 'compliance-audits',
  words: 'Compliance audits dated in the period, of the deployments in scope, whatever framework they were against.',
  note: 'As the source systems handed them in.',
  speaksBy: null,
  columns: {
    id: 'i.id',
    source: 'i.source',
    external_id: 'i.external_id',
    framework: 'i.framework',
    deployment: 'd.slug',
    audited_on: 'i.audited_on::text',
    assessed: 'i.assessed',
    passed: 'i.passed',
    failed: 'i.failed',
    not_applicable: 'i.not_applicable',
  },
  from: `compliance_audits i ${DEPLOYMENT('i')}`,
  where: [
    'i.organization_id = :organization::uuid',
    `i.audited_on BETWEEN :from::date AND :to::date`,
    `i.audited_on <= (:as_of::timestamptz AT TIME ZONE 'UTC')::date`,
    keptByThen('i.id'),
    inScope('i.deployment_id'),
  ],
})
