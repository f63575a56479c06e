import { describe, expect, test } from 'vitest'
import { capabilitiesOf } from '@/lib/framework/capabilities'
import { framework } from '@/lib/framework/framework'
import type { Stage } from '@/lib/model/stage'
import { assessMaturity } from './assess-maturity'
import { compareMaturity } from './compare-maturity'
import type { AnswerFacts } from './input'

const answer = (capability: string, stage: Stage): AnswerFacts => ({
  capability,
  status: 'assessed',
  stage,
  targetStage: null,
  evidence: [],
})
const network = (stage: Stage) => capabilitiesOf('NET').map((one) => answer(one.id, stage))
const assess = (asOf: string, answers: AnswerFacts[], version = '0.1') =>
  assessMaturity({ framework: { ...framework, version }, answers, asOf })

const august = assess('2026-08-21', network(1))
const november = assess('2026-11-21', [...network(2), answer('DAT-01', 1)])

describe('two assessments', () => {
  test('a layer’s change is in points and stages', () => {
    const { layers, from, to } = compareMaturity(august, november)
    expect([from, to]).toEqual(['2026-08-21', '2026-11-21'])
    expect(layers[1]).toMatchObject({ layer: 'NET', stageChange: 1, before: { stage: 1 }, after: { stage: 2 } })
    expect(layers[1]?.scoreChange).toBeCloseTo(33.3333, 4)
  })

  test('without a value on both sides a change is not known, never 0', () => {
    const { layers, overall } = compareMaturity(august, november)
    expect(layers[4]).toMatchObject({ layer: 'DAT', before: { score: null }, scoreChange: null, stageChange: null })
    expect(overall.stageChange).toBeNull()
  })

  test('the capabilities behind it are listed, and only those', () => {
    const { capabilities } = compareMaturity(august, november)
    expect(capabilities).toHaveLength(8)
    expect(capabilities[0]).toEqual({
      capability: 'NET-01',
      layer: 'NET',
      before: { status: 'assessed', effective: 1 },
      after: { status: 'assessed', effective: 2 },
      stageChange: 1,
    })
    expect(capabilities[7]).toEqual({
      capability: 'DAT-01',
      layer: 'DAT',
      before: { status: 'not_assessed', effective: null },
      after: { status: 'assessed', effective: 1 },
      stageChange: null,
    })
  })

  test('declaring a capability not applicable is a difference, though no stage changed', () => {
    const declared: AnswerFacts = { ...answer('POL-08', 0), status: 'not_applicable', stage: null }
    expect(
      compareMaturity(november, assess('2026-11-22', [...network(2), answer('DAT-01', 1), declared])),
    ).toMatchObject({
      capabilities: [{ capability: 'POL-08', after: { status: 'not_applicable' }, stageChange: null }],
    })
  })

  test('nothing differs between a result and itself', () => {
    const same = compareMaturity(november, november)
    expect(same.capabilities).toEqual([])
    expect(same.overall.scoreChange).toBe(0)
  })

  test('another framework or formula version is refused in words, with both standings kept', () => {
    const other = compareMaturity(august, assess('2026-11-21', network(2), '0.2'))
    expect(other.refusal).toBe('Assessed against framework 0.1 and 0.2')
    expect(other.layers[1]).toMatchObject({ scoreChange: null, stageChange: null, after: { stage: 2 } })
    expect(other.capabilities).toEqual([])
    expect(compareMaturity({ ...august, formula: 'maturity/0' }, november).refusal).toBe(
      'Computed with maturity/0 and maturity/1',
    )
  })
})
