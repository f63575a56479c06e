import { inScope, iso, population, told } from './pack-population'

const STATE = `CASE WHEN a.approved_at <= :as_of::timestamptz THEN 'approved'
    WHEN a.submitted_at <= :as_of::timestamptz THEN 'submitted' ELSE 'draft' END`
const DEPLOYMENT = 'JOIN deployments d ON d.organization_id = a.organization_id AND d.id = a.deployment_id'
const ANSWER = 'JOIN assessments a ON a.organization_id = w.organization_id AND a.id = w.assessment_id'

/** Those that can speak for a day of the period: an approved assessment speaks for a year from its own day. */
const SPEAKING = [
  'a.organization_id = :organization::uuid',
  'a.as_of <= :to::date',
  `a.as_of > (:from::date - interval '12 months')::date`,
  'a.created_at <= :as_of::timestamptz',
  inScope('a.deployment_id'),
]

export const ASSESSMENTS = population({
  name: 'assessments',
  words: 'Assessments of the deployments in scope whose day lies in the period or less than a year before it.',
  note: 'Drafts are listed, so that what is not finished can be seen; their answers are in no list.',
  speaksBy: null,
  columns: {
    id: 'a.id',
    deployment: 'd.slug',
    name: 'a.name',
    as_of: 'a.as_of::text',
    state: STATE,
    framework: 'a.framework',
    created_by: 'a.created_by',
    created_at: iso('a.created_at'),
    submitted_by: 'CASE WHEN a.submitted_at <= :as_of::timestamptz THEN a.submitted_by END',
    submitted_at: told('a.submitted_at'),
    approved_by: 'CASE WHEN a.approved_at <= :as_of::timestamptz THEN a.approved_by END',
    approved_at: told('a.approved_at'),
  },
  from: `assessments a ${DEPLOYMENT}`,
  where: SPEAKING,
})

export const ANSWERS = population({
  name: 'answers',
  words:
    'Answers of those assessments that were submitted or approved, about the capabilities that speak to the framework.',
  note: 'Stages are 1 traditional, 2 initial, 3 advanced, 4 optimal. Empty is not known, never 0.',
  speaksBy: 'capability',
  columns: {
    id: 'w.id',
    assessment_id: 'w.assessment_id',
    deployment: 'd.slug',
    as_of: 'a.as_of::text',
    state: STATE,
    capability: 'w.capability',
    status: 'w.status::text',
    stage: 'w.stage::int',
    target_stage: 'w.target_stage::int',
    rationale: 'w.rationale',
    answered_by: 'w.updated_by',
    answered_at: told('w.updated_at'),
  },
  from: `answers w ${ANSWER} ${DEPLOYMENT}`,
  where: [
    ...SPEAKING,
    '(a.submitted_at <= :as_of::timestamptz OR a.approved_at <= :as_of::timestamptz)',
    'w.organization_id = :organization::uuid',
    'w.capability = ANY (:capabilities::text[])',
  ],
})

export const EVIDENCE = population({
  name: 'evidence',
  words: 'Evidence given with the answers of approved assessments, about the capabilities that speak to the framework.',
  note: 'Files are in evidence/ under their capability, beginning with the first twelve digits of their SHA-256. Those with a file_removed_at are not: a retention rule removed their bytes.',
  speaksBy: 'capability',
  columns: {
    id: 'e.id',
    capability: 'w.capability',
    assessment_id: 'w.assessment_id',
    deployment: 'd.slug',
    kind: 'e.kind::text',
    title: 'e.title',
    url: 'e.url',
    media_type: 'e.media_type',
    bytes: 'e.bytes',
    sha256: 'e.sha256',
    collected_on: 'e.collected_on::text',
    expires_on: 'e.expires_on::text',
    collector: 'e.collector',
    created_at: iso('e.created_at'),
    file_removed_at: iso('e.removed_at'),
  },
  from: `evidence e
  JOIN answers w ON w.organization_id = e.organization_id AND w.id = e.answer_id ${ANSWER} ${DEPLOYMENT}`,
  where: [
    ...SPEAKING,
    'a.approved_at <= :as_of::timestamptz',
    'e.organization_id = :organization::uuid',
    'e.created_at <= :as_of::timestamptz',
    'w.capability = ANY (:capabilities::text[])',
  ],
})
