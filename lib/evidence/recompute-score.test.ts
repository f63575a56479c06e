import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Digest } from '@/lib/kernel/digest'
import type { AssessmentInputs, RunInputs } from '@/lib/model/score-inputs'
import type { InTotoStatement } from '@/lib/model/signed-statement'
import { assessmentFacts, runFacts, statedScore } from '@/lib/testing/scores'
import { recomputeScore } from './recompute-score'

const sha256: Digest = (text) => hash('sha256', text, 'hex')

const recomputed = ({ statement, inputs }: ReturnType<typeof statedScore>) => recomputeScore(statement, inputs, sha256)

/** The statement with one part of its predicate put in place of what was there. */
const saying = (statement: InTotoStatement, more: Record<string, unknown>): InTotoStatement => ({
  ...statement,
  predicate: { ...statement.predicate, ...more },
})

/** Another result, with the digest of it in the subjects: what somebody who can sign would put his name to. */
const claiming = (statement: InTotoStatement, result: Record<string, unknown>): InTotoStatement => {
  const [, ...others] = statement.subject
  const subject = [{ name: 'result.json', digest: { sha256: sha256(canonicalJson(result)) } }, ...others]
  return { ...saying(statement, { result }), subject }
}

const resultOf = (statement: InTotoStatement) => statement.predicate.result as Record<string, unknown>

describe('a stated score', () => {
  test.each([
    ['an assessment', assessmentFacts()],
    ['an assessment that no run bears on', assessmentFacts(null)],
    ['a run', runFacts()],
  ])('of %s is derived from its inputs once more, to the last digit', (_, facts) => {
    const stated = statedScore(facts)
    expect(recomputed(stated)).toMatchObject({ outcome: 'same', differences: [] })
    expect(canonicalJson(statedScore(facts))).toBe(canonicalJson(stated))
  })

  test('is capped by what the checks contradict, which the statement names by digest', () => {
    const { statement } = statedScore(assessmentFacts())
    const names = statement.subject.map(({ name }) => name)
    const capped = JSON.stringify(statement.predicate.result).match(/capped-by-checks/g)
    expect([names, capped?.length]).toEqual([['result.json', 'inputs.json', 'posture.json'], 1])
  })

  test('names its snapshot when it is a run’s', () => {
    const { statement } = statedScore(runFacts())
    expect(statement.subject.at(-1)).toEqual({ name: 'snapshot.json', digest: { sha256: sha256('') } })
  })

  test('that says another number differs, and where', () => {
    const { statement, inputs } = statedScore(assessmentFacts())
    const better = claiming(statement, { ...resultOf(statement), score: 99 })
    const { score } = resultOf(statement)
    expect(recomputeScore(better, inputs, sha256)).toMatchObject({
      outcome: 'differs',
      differences: [{ path: 'result.score', stated: 99, computed: score }],
    })
  })

  test('differs by the smallest number there is', () => {
    const { statement, inputs } = statedScore(runFacts())
    const coverage = Number(resultOf(statement).coverage) + Number.EPSILON
    const { outcome } = recomputeScore(claiming(statement, { ...resultOf(statement), coverage }), inputs, sha256)
    expect(outcome).toBe('differs')
  })
})

describe('what cannot be recomputed is refused with the reason', () => {
  const { statement, inputs } = statedScore(assessmentFacts())
  const reasonOf = (one: InTotoStatement, text = inputs) => {
    const done = recomputeScore(one, text, sha256)
    return done.outcome === 'refused' ? done.reason : done.outcome
  }
  test.each([
    [
      'another kind of statement',
      { ...statement, predicateType: 'https://example.org/x' },
      'the statement is not about a score',
    ],
    ['a formula of later', saying(statement, { formula: 'maturity/2' }), 'this release cannot compute by maturity/2'],
    [
      'a posture of later',
      saying(statement, { formulas: { posture: 'posture/9' } }),
      'this release cannot compute by posture/9',
    ],
    ['no predicate', { ...statement, predicate: {} }, /^the statement cannot be read: kind/],
    [
      'a result whose digest is not stated',
      saying(statement, { result: { ...resultOf(statement), score: 1 } }),
      /^the digests in the statement/,
    ],
  ] as const)('%s', (_, one, reason) => {
    expect(reasonOf(one)).toMatch(reason)
  })

  test('inputs of another statement', () => {
    expect(reasonOf(statement, statedScore(runFacts()).inputs)).toBe('the inputs are not those that were signed')
  })

  test('inputs that are no JSON, or answer a capability twice', () => {
    const facts = assessmentFacts()
    const twice = canonicalJson({ ...facts, answers: [...facts.answers, facts.answers[0]] })
    const signed = (text: string) => {
      const [result, , posture] = statement.subject
      const digest = { sha256: sha256(text) }
      const named = { name: 'inputs.json', digest }
      const subject = [result, named, posture].flatMap((one) => one ?? [])
      return { ...saying(statement, { inputs: { ...digest, mediaType: 'application/json' } }), subject }
    }
    expect(reasonOf(signed('{'), '{')).toBe('the inputs cannot be read: it is not JSON')
    expect(reasonOf(signed(twice), twice)).toBe('the inputs contradict each other')
  })
})

describe('for every change of a character', () => {
  test.each([
    ['assessment', statedScore(assessmentFacts())],
    ['run', statedScore(runFacts())],
  ])('in the inputs of the %s it is noticed', (_, { statement, inputs }) => {
    fc.assert(
      fc.property(fc.nat(inputs.length - 1), fc.string({ maxLength: 2 }), (at, by) => {
        const changed = inputs.slice(0, at) + by + inputs.slice(at + 1)
        fc.pre(changed !== inputs)
        expect(recomputeScore(statement, changed, sha256).outcome).toBe('refused')
      }),
    )
  })

  test('a stage, a score or a share anywhere in a result is noticed', () => {
    const { statement, inputs } = statedScore(assessmentFacts())
    const text = JSON.stringify(resultOf(statement))
    const numbers = [...text.matchAll(/(?<="(?:score|stage|coverage|confidence|effective|assessed|weight)":)\d/g)]
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: 1, max: 9 }), ({ index }, digit) => {
        fc.pre(text[index] !== String(digit))
        const result = JSON.parse(`${text.slice(0, index)}${digit}${text.slice(index + 1)}`)
        expect(recomputeScore(claiming(statement, result), inputs, sha256).outcome).not.toBe('same')
      }),
    )
  })
})

describe('facts that changed would have given another statement', () => {
  const facts = { assessment: assessmentFacts(), run: runFacts() }
  const digestOf = (one: AssessmentInputs | RunInputs) => statedScore(one).inputsSha256
  test('a verdict, a threshold, an answer, a day of evidence', () => {
    const { run, assessment } = facts
    const [first, ...verdicts] = run.verdicts
    const [check, ...checks] = run.checks
    const [answer, ...answers] = assessment.answers
    if (!first || !check || !answer) throw new Error('the facts are empty')
    const others = [
      digestOf(run),
      digestOf({ ...run, verdicts: [{ ...first, undecided: 1 }, ...verdicts] }),
      digestOf({ ...run, checks: [{ ...check, threshold: 0.9 }, ...checks] }),
      digestOf(assessment),
      digestOf({ ...assessment, answers: [{ ...answer, stage: 1 }, ...answers] }),
      digestOf({ ...assessment, answers: [{ ...answer, evidence: [] }, ...answers] }),
      digestOf({ ...assessment, posture: null }),
    ]
    expect(new Set(others).size).toBe(others.length)
  })
})
