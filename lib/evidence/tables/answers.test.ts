import { describe, expect, test } from 'vitest'
import { assessedFacts, oscalOrganization } from '@/lib/testing/oscal-facts'
import { assessmentPoam } from '../oscal/assessment-poam'
import { type AnswerRow, answersTable } from './answers'
import { crosswalkRows, crosswalkTable } from './crosswalk'

const evidence = { id: 'e1', sha256: 'a'.repeat(64) } as never
const row: AnswerRow = {
  org: 'meridian',
  assessment: {
    id: '0190a8f0-0000-7000-8000-000000000041',
    deploymentId: '0190a8f0-0000-7000-8000-000000000042',
    name: 'Q1',
    asOf: '2026-03-31',
    state: 'approved',
    framework: '0.1',
    createdBy: 'Ines',
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    returnedBecause: null,
    createdAt: '2026-04-01T00:00:00Z',
    updatedAt: '2026-04-01T00:00:00Z',
    answered: 1,
  },
  result: {
    capability: 'IAM-02',
    weight: 3,
    status: 'assessed',
    assessed: 2,
    supported: null,
    effective: 2,
    target: 3,
    rule: 'assessed',
    evidenced: false,
  },
  answer: {
    capability: 'IAM-02',
    status: 'assessed',
    stage: 2,
    targetStage: 3,
    rationale: '=said',
    evidence: [],
    updatedAt: '2026-04-01T00:00:00Z',
  },
  posture: null,
  framework: null,
  exceptionExpiry: null,
}
const spoken = { capability: 'IAM-02', weight: 3, supported: null, ceiling: null, coverage: 0.5, stages: [] } as const
const posture = { at: '2026-03-30T06:00:00Z', capability: { ...spoken, stages: [] } }
const cell = (key: string, change: Partial<AnswerRow> = {}) =>
  answersTable.columns.find((column) => column.key === key)?.value({ ...row, ...change })

describe('answers by capability', () => {
  test('have the columns that auditors were promised', () => {
    expect(answersTable.columns.map(({ key }) => key).join(', ')).toBe(
      'assessment_id, org, as_of, layer, capability_id, capability_name, stage, score, target_stage, status, assessor, method, evidence_ids, evidence_sha256, last_tested, framework, requirement_id, poam_id, due, exception_expiry, notes',
    )
    expect(crosswalkTable.columns.map(({ key }) => key).join(', ')).toBe(
      'framework, requirement_id, capability_id, corroboration',
    )
  })
  test('say how each was tested: by somebody’s word, by what was shown, by checks', () => {
    const given = row.answer ? { ...row.answer, evidence: [evidence] } : null
    expect(cell('method')).toEqual(['INTERVIEW'])
    expect(cell('method', { answer: given, posture })).toEqual(['EXAMINE', 'TEST'])
    expect(cell('method', { answer: null, posture })).toEqual(['TEST'])
    expect(cell('method', { answer: null })).toEqual([])
    expect(cell('evidence_sha256', { answer: given })).toEqual(['a'.repeat(64)])
    expect([cell('last_tested'), cell('last_tested', { posture })]).toEqual([null, posture.at])
  })
  test('that checks were silent on were not tested', () => {
    const silent = { ...posture, capability: { ...posture.capability, coverage: 0 } }
    expect([cell('method', { posture: silent }), cell('last_tested', { posture: silent })]).toEqual([
      ['INTERVIEW'],
      null,
    ])
  })
  test('what was not assessed has no stage and no score, never 0', () => {
    const result = { ...row.result, status: 'not_assessed' as const, effective: null }
    expect([cell('stage', { result }), cell('score', { result })]).toEqual([null, null])
    expect(cell('score')).toBeCloseTo(66.67, 2)
  })
  test('name the requirements of a standard when one is asked for', () => {
    expect([cell('framework'), cell('requirement_id')]).toEqual(['proofline', 'IAM-02'])
    const framework = 'nist_800_53_r5'
    const ids = crosswalkRows().filter((one) => one.standard === framework && one.capability === 'IAM-02')
    expect(cell('requirement_id', { framework })).toBe(ids.map(({ id }) => id).join('; '))
    expect(ids.length).toBeGreaterThan(0)
  })
})

test('a plan item is the one that the plan of action and milestones has', () => {
  const facts = assessedFacts()
  const { assessment } = facts
  const ids = assessment.maturity.layers.flatMap(({ capabilities }) =>
    capabilities.flatMap((result) => cell('poam_id', { assessment, result }) ?? []),
  )
  const items = assessmentPoam(facts, oscalOrganization)?.['poam-items'] as { uuid: string }[]
  expect(ids).toEqual(items.map(({ uuid }) => uuid))
  expect(ids.length).toBeGreaterThan(0)
})
