import { describe, expect, test } from 'vitest'
import { framework as released } from '@/lib/framework/framework'
import { LAYERS, type LayerId } from '@/lib/model/layer'
import { Maturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import { assessMaturity } from './assess-maturity'
import type { AnswerFacts, MaturityInput } from './input'

const asOf = '2026-11-21'

/** A layer of weights 3, 3, 2, 1, 1 (Σ 10) in each of the five layers. */
const WEIGHTS = [3, 3, 2, 1, 1]
const framework: MaturityInput['framework'] = {
  version: 'test',
  capabilities: LAYERS.flatMap((layer) => WEIGHTS.map((weight, i) => ({ id: `${layer}-0${i + 1}`, layer, weight }))),
}

const assessed = (capability: string, stage: Stage, more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  capability,
  status: 'assessed',
  stage,
  targetStage: null,
  evidence: [],
  ...more,
})
const notApplicable = (capability: string): AnswerFacts => ({
  capability,
  status: 'not_applicable',
  stage: null,
  targetStage: null,
  evidence: [],
})

/** Stages of a layer's capabilities in order; null leaves one without an answer, 'n/a' marks it not applicable. */
const answersOf = (layer: LayerId, stages: readonly (Stage | null | 'n/a')[]): AnswerFacts[] =>
  stages.flatMap((stage, i) => {
    const id = `${layer}-0${i + 1}`
    if (stage === null) return []
    return [stage === 'n/a' ? notApplicable(id) : assessed(id, stage)]
  })

const assess = (answers: readonly AnswerFacts[]) => assessMaturity({ framework, answers, asOf })
const iam = (stages: readonly (Stage | null | 'n/a')[]) => {
  const layer = assess(answersOf('IAM', stages)).layers[0]
  if (!layer) throw new Error('no layer')
  return layer
}

describe('layer score and coverage', () => {
  test('100 · Σ w·s / (3 · Σ w) over what is assessed', () => {
    // 3·2 + 3·1 + 2·3 + 1·0 + 1·2 = 17; 1700 / (3 · 10) = 56.67
    expect(iam([2, 1, 3, 0, 2]).score).toBeCloseTo(56.6667, 4)
    // only weights 3 and 2: 3·2 + 2·3 = 12; 1200 / (3 · 5) = 80; coverage 5 of 10
    expect(iam([2, null, 3, null, null])).toMatchObject({ score: 80, coverage: 0.5 })
  })

  test('nothing assessed gives no score and coverage 0, never 0 or 100', () => {
    expect(iam([null, null, null, null, null])).toMatchObject({ score: null, stage: null, coverage: 0, weakest: null })
    expect(assess([])).toMatchObject({ score: null, stage: null, coverage: 0, confidence: 0, weakestLayer: null })
  })

  test('everything at traditional is a score of 0, everything at optimal one of exactly 100', () => {
    expect(iam([0, 0, 0, 0, 0])).toMatchObject({ score: 0, stage: 0, coverage: 1 })
    expect(iam([3, 3, 3, 3, 3])).toMatchObject({ score: 100, stage: 3, coverage: 1 })
  })

  test('what does not apply leaves both sums', () => {
    // 3·3 + 2·0 + 1·3 = 12 over weights 3 + 2 + 1 = 6: 1200 / 18 = 66.67; applicable 6 + 1 = 7
    const layer = iam([3, 'n/a', 0, 3, null])
    expect(layer.score).toBeCloseTo(66.6667, 4)
    expect(layer.coverage).toBeCloseTo(6 / 7, 10)
  })

  test('a layer where nothing applies has no score, no stage and coverage 0', () => {
    expect(iam(['n/a', 'n/a', 'n/a', 'n/a', 'n/a'])).toMatchObject({ score: null, stage: null, coverage: 0 })
  })
})

describe('layer stage', () => {
  test('80 % of the weight is enough, less is not', () => {
    // weight at ≥ 2: 3 + 3 + 2 = 8 of 10
    expect(iam([2, 2, 2, 0, 0]).stage).toBe(2)
    // 3 + 3 + 1 = 7 of 10 at ≥ 2, all 10 at ≥ 1
    expect(iam([2, 2, 1, 2, 1]).stage).toBe(1)
    // 3 + 3 + 1 = 7 of the 9 that apply, 78 %
    expect(iam([2, 2, 1, 2, 'n/a']).stage).toBe(1)
  })

  test('one weight-3 capability holds its layer back whatever the rest is', () => {
    expect(iam([3, 1, 3, 3, 3]).stage).toBe(1)
    expect(iam([3, 0, 3, 3, 3])).toMatchObject({ stage: 0, weakest: 'IAM-02' })
  })

  test('a weight-3 capability that nobody assessed holds its layer at traditional', () => {
    expect(iam([3, null, 3, 3, 3])).toMatchObject({ stage: 0, coverage: 0.7 })
  })

  test('light capabilities that nobody assessed count as not there', () => {
    // 8 of 10 are at optimal, 2 unknown: still 80 %
    expect(iam([3, 3, 3, null, null]).stage).toBe(3)
    // 7 of 10 with the weight-2 capability unknown
    expect(iam([3, 3, null, 3, null]).stage).toBe(0)
  })

  test('a weight-3 capability that does not apply holds nothing back', () => {
    // applicable 7; at ≥ 3: 3 + 2 + 1 = 6 of 7, 86 %
    expect(iam([3, 'n/a', 3, 3, 0]).stage).toBe(3)
  })

  test('below half the weight assessed it is not established; at half it is', () => {
    expect(iam([3, null, null, 1, null])).toMatchObject({ stage: null, coverage: 0.4 })
    expect(iam([3, null, 3, null, null])).toMatchObject({ stage: 0, coverage: 0.5 })
  })
})

describe('weakest', () => {
  test('the lowest stage is named, the heaviest first, then the framework’s order', () => {
    expect(iam([2, 1, 1, 1, 2]).weakest).toBe('IAM-02')
    expect(iam([2, 2, 1, 1, 3]).weakest).toBe('IAM-03')
    expect(iam([3, 3, 3, 2, 2]).weakest).toBe('IAM-04')
  })

  test('a heavier capability is named before a lighter one that the framework lists first', () => {
    const answers = [assessed('NET-02', 0), assessed('NET-03', 0)]
    expect(assessMaturity({ framework: released, answers, asOf }).layers[1]?.weakest).toBe('NET-03')
  })

  test('what is unknown or does not apply is not called weak', () => {
    expect(iam([2, null, 3, 'n/a', 3]).weakest).toBe('IAM-01')
  })
})

describe('overall', () => {
  const all = (stages: Partial<Record<LayerId, (Stage | null | 'n/a')[]>>) =>
    assess(LAYERS.flatMap((layer) => answersOf(layer, stages[layer] ?? [2, 2, 2, 2, 2])))

  test('stage is the lowest layer’s, score the mean of the layers’', () => {
    const result = all({ DAT: [1, 1, 1, 1, 1] })
    // four layers at 66.67, one at 33.33: 300 / 5 = 60
    expect(result.score).toBeCloseTo(60, 10)
    expect(result).toMatchObject({ stage: 1, weakestLayer: 'DAT', coverage: 1 })
  })

  test('without a stage in every layer there is none overall', () => {
    const result = all({ MON: [3, null, null, null, null] })
    // coverage: 4 · 10 + 3 of 50
    expect(result).toMatchObject({ stage: null, coverage: 0.86 })
    // MON scores 100 over what is assessed: (4 · 66.67 + 100) / 5 = 73.33
    expect(result.score).toBeCloseTo(73.3333, 4)
  })

  test('a layer cannot be declared away: where nothing applies there is no overall stage', () => {
    const result = all({ DAT: ['n/a', 'n/a', 'n/a', 'n/a', 'n/a'] })
    expect(result).toMatchObject({ stage: null, coverage: 1 })
    expect(result.score).toBeCloseTo(66.6667, 4)
  })

  test('among layers at the lowest stage the lowest score is the weakest', () => {
    expect(all({ NET: [1, 1, 1, 3, 3], POL: [1, 1, 1, 1, 3] }).weakestLayer).toBe('POL')
    expect(all({}).weakestLayer).toBe('IAM')
  })

  test('too little assessed is not called weak while other layers are established', () => {
    expect(all({ NET: [0, null, null, null, null], POL: [1, 1, 1, 1, 1] }).weakestLayer).toBe('POL')
    expect(assess(answersOf('DAT', [0, null, null, null, null])).weakestLayer).toBe('DAT')
  })
})

describe('stage that counts', () => {
  const one = (more: Partial<AnswerFacts>) =>
    assess([assessed('IAM-01', 2, more)]).layers[0]?.capabilities[0] ?? expect.fail('no capability')
  const override = { stage: 3, rationale: 'Two scanners are wrong about this subnet', approvedBy: 'I. Okafor' } as const

  test('is what the assessor said when no check spoke', () => {
    expect(one({})).toMatchObject({ effective: 2, supported: null, rule: 'assessed' })
  })

  test('is capped by what the checks support, and never raised by it', () => {
    expect(one({ supportedStage: 1 })).toMatchObject({ assessed: 2, effective: 1, rule: 'capped-by-checks' })
    expect(one({ supportedStage: 3 })).toMatchObject({ effective: 2, rule: 'assessed' })
    expect(one({ supportedStage: 2 })).toMatchObject({ effective: 2, rule: 'assessed' })
  })

  test('is what an approved override with a rationale says', () => {
    expect(one({ supportedStage: 1, override })).toMatchObject({ assessed: 2, effective: 3, rule: 'override' })
    expect(one({ override: { ...override, stage: 0 } })).toMatchObject({ effective: 0, rule: 'override' })
  })

  test('ignores an override without approval or rationale', () => {
    expect(one({ supportedStage: 1, override: { ...override, approvedBy: null } }).effective).toBe(1)
    expect(one({ supportedStage: 1, override: { ...override, rationale: '  ' } }).effective).toBe(1)
  })

  test('an answer without a stage is not assessed, whatever the checks support', () => {
    const expected = { status: 'not_assessed', effective: null, rule: 'not-assessed', evidenced: false }
    expect(one({ stage: null, supportedStage: 3, override })).toMatchObject({ ...expected, supported: 3 })
    expect(one({ status: 'not_assessed', stage: null })).toMatchObject(expected)
  })
})

describe('confidence', () => {
  const withEvidence = (collectedOn: string, expiresOn: string | null) =>
    assess([assessed('IAM-01', 2, { evidence: [{ collectedOn, expiresOn }] }), ...answersOf('IAM', [null, 2, 2, 2, 2])])
      .layers[0]?.confidence

  test('is the share of weight with evidence in date, both ends included', () => {
    expect(withEvidence('2026-11-21', '2026-11-21')).toBe(0.3)
    expect(withEvidence('2026-01-01', null)).toBe(0.3)
    expect(withEvidence('2026-01-01', '2026-11-20')).toBe(0)
    expect(withEvidence('2026-11-22', null)).toBe(0)
  })

  test('evidence of a capability nobody assessed backs nothing', () => {
    const evidence = [{ collectedOn: '2026-10-01', expiresOn: null }]
    const result = assess([assessed('IAM-01', 2, { status: 'not_assessed', stage: null, evidence })])
    expect(result.layers[0]).toMatchObject({ coverage: 0, confidence: 0 })
  })

  test('one piece in date among expired ones is enough; what does not apply has no weight', () => {
    const evidence = [
      { collectedOn: '2025-01-01', expiresOn: '2025-12-31' },
      { collectedOn: '2026-10-01', expiresOn: null },
    ]
    const result = assess([
      assessed('IAM-01', 2, { evidence }),
      { ...notApplicable('IAM-02'), evidence },
      assessed('IAM-03', 2),
    ])
    // 3 of the 7 that apply, and 3 of 47 overall
    expect(result.layers[0]?.confidence).toBeCloseTo(3 / 7, 10)
    expect(result.confidence).toBeCloseTo(3 / 47, 10)
  })
})

describe('input that cannot be right', () => {
  test('two answers for one capability are refused', () => {
    expect(() => assess([assessed('IAM-01', 1), assessed('IAM-01', 2)])).toThrow(
      expect.objectContaining({ code: 'internal', reason: expect.stringContaining('IAM-01') }),
    )
  })

  test('an answer for a capability the framework does not have is refused', () => {
    expect(() => assess([assessed('IAM-77', 1)])).toThrow(expect.objectContaining({ code: 'internal' }))
  })
})

test('a result of the released framework keeps to the model and names its versions', () => {
  const answers = released.capabilities.map((one, i) => assessed(one.id, (i % 4) as Stage))
  const result = assessMaturity({ framework: released, answers, asOf })
  expect(Maturity.parse(result)).toEqual(result)
  expect(result).toMatchObject({ formula: 'maturity/1', framework: '0.1', asOf })
})
