import { describe, expect, test } from 'vitest'
import { framework } from '@/lib/framework/framework'
import type { Stage } from '@/lib/model/stage'
import { assessMaturity } from './assess-maturity'
import { explainMaturity } from './explain-maturity'
import type { AnswerFacts } from './input'

const answer = (capability: string, stage: Stage, more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  capability,
  status: 'assessed',
  stage,
  targetStage: null,
  evidence: [],
  ...more,
})

/** NET weighs 3, 2, 3, 2, 2, 1, 2: Σ 15. */
const result = assessMaturity({
  framework,
  asOf: '2026-11-21',
  answers: [
    answer('NET-01', 2),
    answer('NET-02', 2, { supportedStage: 1 }),
    answer('NET-03', 1),
    answer('NET-04', 2, { override: { stage: 3, rationale: 'seen on site', approvedBy: 'I. Okafor' } }),
    { ...answer('NET-05', 0), status: 'not_applicable', stage: null },
    answer('NET-06', 0),
    answer('IAM-01', 2),
  ],
})
const explanation = explainMaturity(result)
const net = explanation.layers[1]

describe('how a layer was computed', () => {
  test('names what counted, what was left out and why a stage differs from what was said', () => {
    expect(net).toMatchObject({
      layer: 'NET',
      counted: ['NET-01', 'NET-02', 'NET-03', 'NET-04', 'NET-06'],
      notApplicable: ['NET-05'],
      notAssessed: ['NET-07'],
      cappedByChecks: ['NET-02'],
      overridden: ['NET-04'],
    })
  })

  test('shows the sums', () => {
    // applicable 15 - 2 = 13, assessed 13 - 2 = 11; 3·2 + 2·1 + 3·1 + 2·3 + 1·0 = 17; half of 13 rounds up to 7
    expect(net?.weights).toEqual({ applicable: 13, assessed: 11, evidenced: 0, weightedStages: 17 })
    expect(net?.weightToEstablish).toBe(7)
  })

  test('says what the next stage still needs', () => {
    // at ≥ 1: 3 + 2 + 3 + 2 = 10 of 13, 77 %; 80 % of 13 is 10.4, so 11; no weight-3 capability is below
    expect(net?.stage).toBe(0)
    expect(net?.next).toEqual({ stage: 1, weightReached: 10, weightNeeded: 11, heavyBelow: [] })
  })

  test('a layer that is not established has no next stage', () => {
    expect(explanation.layers[0]).toMatchObject({ layer: 'IAM', stage: null, next: null, weightToEstablish: 11 })
  })
})

describe('how the result was computed', () => {
  test('carries the versions and a rule for every figure', () => {
    expect(explanation).toMatchObject({ formula: 'maturity/1', framework: '0.1', asOf: '2026-11-21' })
    expect(explanation.rules.map((rule) => rule.term)).toEqual([
      'Stage that counts',
      'Layer score',
      'Coverage',
      'Layer stage',
      'Overall stage',
      'Overall score',
      'Confidence',
    ])
  })

  test('says the thresholds of the layer stage', () => {
    expect(explanation.rules.find((rule) => rule.term === 'Layer stage')?.text).toBe(
      'The highest stage reached by every capability of weight 3 and by at least 80 % of the weight that applies. ' +
        'What is not assessed has not reached it. Below 50 % coverage the stage is not established.',
    )
  })

  test('a result of another formula is not explained with these rules', () => {
    expect(() => explainMaturity({ ...result, formula: 'maturity/0' })).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  })
})
