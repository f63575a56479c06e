import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OperationState } from '@/lib/model/requirement-operation'
import type { AssessmentFact, CheckFact, OperationInput } from './operation-facts'
import { requirementOperations } from './requirement-operations'

const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']

const input = (facts: Partial<OperationInput> = {}): OperationInput => ({
  framework: {
    id: 'proofline',
    name: 'Own',
    shortName: 'Own',
    version: '1',
    wording: 'titles',
    groups: [{ id: 'IAM', title: null }],
    requirements: [
      {
        id: 'R-1',
        title: null,
        group: 'IAM',
        capabilities: [
          { id: 'IAM-01', label: 'own' },
          { id: 'IAM-02', label: 'own' },
        ],
      },
    ],
  },
  period: { from: '2026-01-01', to: '2026-12-31' },
  asOf: '2027-01-15T00:00:00Z',
  checks: [
    { id: 'aws_one', capabilities: ['IAM-01'], weak: [] },
    { id: 'aws_loose', capabilities: ['IAM-02', 'NET-01'], weak: ['IAM-02'] },
  ],
  checkFacts: [],
  assessments: [],
  deployments: [{ id: 'd1', name: 'Payments' }],
  ...facts,
})

const said = (quarter: string, facts: Partial<CheckFact> = {}): CheckFact => ({
  quarter,
  connectionId: 'c1',
  deploymentId: null,
  checkId: 'aws_one',
  runs: 3,
  pass: 0,
  fail: 0,
  unknown: 0,
  notApplicable: 0,
  lapses: 0,
  ...facts,
})

const EVIDENCE = { id: 'e1', collectedOn: '2026-02-01', expiresOn: '2026-08-31' }

const approved = (asOf: string, answer: Partial<AssessmentFact['answers'][number]> = {}): AssessmentFact => ({
  id: `a-${asOf}`,
  deploymentId: 'd1',
  asOf,
  approvedAt: `${asOf}T12:00:00Z`,
  answers: [{ capability: 'IAM-02', effective: 2, target: 2, evidence: [EVIDENCE], ...answer }],
})

const only = (facts: Partial<OperationInput>) => {
  const [one] = requirementOperations(input(facts))
  if (!one) throw new Error('the framework has a requirement')
  return one
}
const states = (facts: Partial<OperationInput>) => only(facts).quarters.map(({ state }) => state)
const gapsOf = (facts: Partial<OperationInput>) =>
  only(facts).gaps.map(({ kind, quarter, source }) => [kind, quarter, source].filter(Boolean).join(' '))

describe('an automated requirement', () => {
  test('a quarter in which no check ran is missing, whatever was answered, and the period with it', () => {
    const checkFacts = ['2026-Q1', '2026-Q2', '2026-Q4'].map((quarter) => said(quarter, { pass: 2 }))
    const facts = { checkFacts, assessments: [approved('2026-07-01', { capability: 'IAM-01' })] }
    expect(states(facts)).toEqual(['held', 'held', 'missing', 'held'])
    expect(only(facts)).toMatchObject({ coverage: 'automated', state: 'missing' })
    expect(gapsOf(facts)).toContain('missing-quarter 2026-Q3')
  })

  test('a refused read is unknown, never held and never failed', () => {
    expect(states({ checkFacts: [said('2026-Q1', { pass: 5, unknown: 1 })] })[0]).toBe('unknown')
  })

  test('one account that failed fails the quarter, and the gap names the check', () => {
    const checkFacts = [said('2026-Q1', { pass: 49, fail: 1 })]
    expect(states({ checkFacts })[0]).toBe('failed')
    expect(gapsOf({ checkFacts })).toContain('failed 2026-Q1 aws_one')
  })

  test('verdicts of not applicable say nothing: alone they neither cover nor hold', () => {
    const facts = { checkFacts: [said('2026-Q1', { notApplicable: 3 })] }
    expect(only(facts)).toMatchObject({ coverage: 'not_covered', state: 'missing' })
    expect(only(facts).quarters[0]).toMatchObject({ state: 'missing', notApplicable: 3, runs: 3 })
  })

  test('a check that fits a capability only loosely does not bear on it', () => {
    expect(only({ checkFacts: [said('2026-Q1', { checkId: 'aws_loose', pass: 1 })] })).toMatchObject({
      coverage: 'not_covered',
      checks: ['aws_one'],
    })
  })

  test('a run that asked many checks is counted once, and connections are added up', () => {
    const checks = [
      { id: 'aws_one', capabilities: ['IAM-01'], weak: [] },
      { id: 'aws_two', capabilities: ['IAM-01'], weak: [] },
    ]
    const checkFacts = [
      said('2026-Q1', { pass: 1 }),
      said('2026-Q1', { checkId: 'aws_two', pass: 1 }),
      said('2026-Q1', { connectionId: 'c2', runs: 4, pass: 1 }),
    ]
    expect(only({ checks, checkFacts }).quarters[0]?.runs).toBe(7)
  })
})

describe('a manual requirement', () => {
  test('speaks from its day for twelve months, while its evidence is in date', () => {
    const facts = { assessments: [approved('2026-02-10')] }
    expect(states(facts)).toEqual(['held', 'held', 'held', 'unknown'])
    expect(gapsOf(facts)).toContain('no-evidence 2026-Q4 IAM-02')
    const later = { ...facts, period: { from: '2027-01-01', to: '2027-06-30' }, asOf: '2027-07-01T00:00:00Z' }
    expect(states(later)).toEqual(['unknown', 'missing'])
  })

  test('at Traditional is failed; below its target is a gap that fails nothing', () => {
    const absent = { assessments: [approved('2026-02-10', { effective: 0, target: null })] }
    expect(states(absent)[0]).toBe('failed')
    expect(gapsOf(absent)).toContain('failed 2026-Q1 IAM-02')
    const short = { assessments: [approved('2026-02-10', { effective: 1 })] }
    expect(states(short)[0]).toBe('held')
    expect(gapsOf(short)).toContain('below-target 2026-Q1 IAM-02')
    expect(gapsOf({ assessments: [approved('2026-02-10', { effective: 1, target: null })] })).not.toContain(
      'below-target 2026-Q1 IAM-02',
    )
  })

  test('the latest approved assessment of a deployment speaks alone, and only once it was approved', () => {
    const better = { ...approved('2026-05-01'), approvedAt: '2026-09-01T00:00:00Z' }
    const assessments = [approved('2026-02-10', { effective: 0 }), better]
    expect(states({ assessments })).toEqual(['failed', 'held', 'held', 'unknown'])
    expect(states({ assessments, asOf: '2026-08-31T00:00:00Z' })).toEqual(['failed', 'failed', 'failed'])
  })
})

test('a quarter is cut where the period is and where it is told as of; one wholly ahead is not there', () => {
  const { quarters } = only({ period: { from: '2026-02-15', to: '2026-12-31' }, asOf: '2026-08-02T10:00:00Z' })
  expect(quarters.map(({ quarter, from, to }) => [quarter, from, to])).toEqual([
    ['2026-Q1', '2026-02-15', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-07-01', '2026-08-02'],
  ])
})

test('what nobody looked at stands as a gap beside what held', () => {
  const checkFacts = QUARTERS.map((quarter) => said(quarter, { pass: 1, deploymentId: 'd1' }))
  const deployments = [
    { id: 'd1', name: 'Payments' },
    { id: 'd2', name: 'Branches' },
  ]
  expect(only({ checkFacts, deployments }).state).toBe('held')
  expect(gapsOf({ checkFacts, deployments })).toEqual(['not-covered Branches', 'not-covered IAM-02'])
})

const RANK: Readonly<Record<OperationState, number>> = { failed: 0, missing: 1, unknown: 2, held: 3 }
const count = fc.integer({ min: 0, max: 2 })
const anyFact = fc
  .record({ quarter: fc.constantFrom(...QUARTERS), pass: count, fail: count, unknown: count, notApplicable: count })
  .map(({ quarter, ...facts }) => said(quarter, facts))
const anyAssessment = fc
  .record({
    asOf: fc.constantFrom('2025-06-01', '2026-02-10', '2026-08-20'),
    effective: fc.constantFrom(null, 0, 1, 2, 3),
    target: fc.constantFrom(null, 1, 2),
    evidence: fc.constantFrom([], [EVIDENCE]),
    capability: fc.constantFrom('IAM-01', 'IAM-02'),
  })
  .map(({ asOf, ...answer }) => approved(asOf, answer as Partial<AssessmentFact['answers'][number]>))
const anyFacts = fc.record({
  checkFacts: fc.uniqueArray(anyFact, { selector: ({ quarter }) => quarter }),
  assessments: fc.uniqueArray(anyAssessment, { selector: ({ asOf }) => asOf }),
})

describe('whatever the facts', () => {
  test('a failing run never improves a state, in its quarter or any other', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...QUARTERS), (facts, quarter) => {
        const before = states(facts)
        const failing = said(quarter, { connectionId: 'c9', fail: 1 })
        states({ ...facts, checkFacts: [...facts.checkFacts, failing] }).forEach((state, i) => {
          const was = before[i]
          if (was === undefined) throw new Error('the same quarters')
          expect(RANK[state]).toBeLessThanOrEqual(RANK[was])
        })
      }),
    )
  })

  test('held needs a pass or an answer with evidence, and excludes every failure and doubt', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const one of only(facts).quarters) {
          if (one.state !== 'held') continue
          expect(one.fail + one.unknown).toBe(0)
          expect(one.pass + one.evidence).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('every missing quarter of a covered requirement is a gap, and so is every failed and unknown one', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { coverage, quarters, gaps } = only(facts)
        if (coverage === 'not_covered') {
          expect(gaps.map(({ kind }) => kind)).toEqual(['not-covered'])
          return
        }
        for (const { quarter, state } of quarters)
          if (state !== 'held') expect(gaps.some((gap) => gap.quarter === quarter)).toBe(true)
      }),
    )
  })

  test('the order of the facts does not matter', () => {
    fc.assert(
      fc.property(anyFacts, ({ checkFacts, assessments }) => {
        const turned = { checkFacts: checkFacts.toReversed(), assessments: assessments.toReversed() }
        expect(only(turned)).toEqual(only({ checkFacts, assessments }))
      }),
    )
  })
})
