import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import type { LayerMaturity, Maturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import { assessMaturity } from './assess-maturity'
import { compareMaturity } from './compare-maturity'
import { explainMaturity } from './explain-maturity'
import type { AnswerFacts, MaturityInput } from './input'

const asOf = '2026-11-21'
const stage = fc.constantFrom<Stage>(0, 1, 2, 3)
const day = fc.constantFrom('2025-06-30', '2026-11-20', '2026-11-21', '2026-11-22', '2027-02-01')
const evidence = fc.array(fc.record({ collectedOn: day, expiresOn: fc.option(day) }), { maxLength: 2 })

const assessedPart = fc.record({
  status: fc.constant('assessed' as const),
  stage,
  targetStage: fc.option(stage),
  supportedStage: fc.option(stage),
  override: fc.option(
    fc.record({
      stage,
      rationale: fc.constantFrom('', 'measured by hand'),
      approvedBy: fc.constantFrom(null, 'I. Okafor'),
    }),
    { freq: 4 },
  ),
  evidence,
})
const notApplicablePart = fc.record({
  status: fc.constant('not_applicable' as const),
  stage: fc.constant(null),
  targetStage: fc.constant(null),
  evidence,
})
const part = fc.option(fc.oneof({ weight: 5, arbitrary: assessedPart }, { weight: 1, arbitrary: notApplicablePart }), {
  freq: 6,
})

/** Frameworks of up to eight capabilities a layer, with or without an answer to each. */
const input: fc.Arbitrary<MaturityInput> = fc
  .tuple(...LAYERS.map(() => fc.array(fc.record({ weight: fc.integer({ min: 1, max: 3 }), part }), { maxLength: 8 })))
  .map((byLayer) => {
    const rows = byLayer.flatMap((cells, l) =>
      cells.map((cell, i) => ({ ...cell, layer: LAYERS[l] ?? 'IAM', id: `${LAYERS[l]}-0${i + 1}` })),
    )
    return {
      framework: { version: 'test', capabilities: rows.map(({ id, layer, weight }) => ({ id, layer, weight })) },
      answers: rows.flatMap((row) => (row.part ? [{ capability: row.id, ...row.part } satisfies AnswerFacts] : [])),
      asOf,
    }
  })

/** An input, and one of its answers. */
const withAnswer = input
  .filter(({ answers }) => answers.length > 0)
  .chain((one) => fc.record({ input: fc.constant(one), pick: fc.constantFrom(...one.answers) }))

const replace = (one: MaturityInput, answer: AnswerFacts, by: AnswerFacts | null): MaturityInput => ({
  ...one,
  answers: one.answers.flatMap((own) => (own === answer ? (by ? [by] : []) : [own])),
})

const higher = (a: Stage, b: Stage): Stage => [a, b].sort()[1] ?? a

/** Not established ranks below every stage. */
const rank = (value: number | null): number => value ?? -1
const pairs = (before: Maturity, after: Maturity): [LayerMaturity, LayerMaturity][] =>
  before.layers.flatMap((one, i) => {
    const other = after.layers[i]
    return other ? [[one, other]] : []
  })

describe('for every framework and every set of answers', () => {
  test('a higher stage, or more support, never lowers a score or a stage', () => {
    fc.assert(
      fc.property(withAnswer, stage, stage, (drawn, assessed, supported) => {
        const { pick } = drawn
        if (pick.status !== 'assessed' || pick.stage === null) return
        const raised: AnswerFacts = {
          ...pick,
          stage: higher(pick.stage, assessed),
          supportedStage: pick.supportedStage == null ? null : higher(pick.supportedStage, supported),
          override: pick.override ? { ...pick.override, stage: higher(pick.override.stage, assessed) } : null,
        }
        const before = assessMaturity(drawn.input)
        const after = assessMaturity(replace(drawn.input, pick, raised))
        expect(rank(after.score)).toBeGreaterThanOrEqual(rank(before.score))
        expect(rank(after.stage)).toBeGreaterThanOrEqual(rank(before.stage))
        for (const [was, is] of pairs(before, after)) {
          expect(rank(is.score)).toBeGreaterThanOrEqual(rank(was.score))
          expect(rank(is.stage)).toBeGreaterThanOrEqual(rank(was.stage))
        }
      }),
    )
  })

  test('the order of answers does not matter', () => {
    fc.assert(
      fc.property(
        input.chain((one) =>
          fc.record({
            one: fc.constant(one),
            answers: fc.shuffledSubarray([...one.answers], { minLength: one.answers.length }),
          }),
        ),
        ({ one, answers }) => {
          expect(assessMaturity({ ...one, answers })).toEqual(assessMaturity(one))
        },
      ),
    )
  })

  test('removing evidence never raises confidence, and changes no score and no stage', () => {
    fc.assert(
      fc.property(withAnswer, ({ input: one, pick }) => {
        const before = assessMaturity(one)
        const after = assessMaturity(replace(one, pick, { ...pick, evidence: pick.evidence.slice(1) }))
        expect(after.confidence).toBeLessThanOrEqual(before.confidence)
        for (const [was, is] of pairs(before, after)) {
          expect(is.confidence).toBeLessThanOrEqual(was.confidence)
          expect([is.score, is.stage, is.coverage]).toEqual([was.score, was.stage, was.coverage])
        }
      }),
    )
  })

  test('a capability that does not apply is as if the framework did not have it', () => {
    fc.assert(
      fc.property(withAnswer, ({ input: one, pick }) => {
        const without = assessMaturity({
          ...replace(one, pick, null),
          framework: {
            ...one.framework,
            capabilities: one.framework.capabilities.filter((c) => c.id !== pick.capability),
          },
        })
        const declared = assessMaturity(
          replace(one, pick, { ...pick, status: 'not_applicable', stage: null, targetStage: null }),
        )
        for (const [was, is] of pairs(without, declared))
          expect({ ...is, capabilities: is.capabilities.filter((c) => c.capability !== pick.capability) }).toEqual(was)
      }),
    )
  })

  test('taking an answer back never raises coverage, confidence or a stage', () => {
    fc.assert(
      fc.property(withAnswer, ({ input: one, pick }) => {
        if (pick.status !== 'assessed') return
        const before = assessMaturity(one)
        const after = assessMaturity(replace(one, pick, null))
        expect(after.coverage).toBeLessThanOrEqual(before.coverage)
        expect(after.confidence).toBeLessThanOrEqual(before.confidence)
        expect(rank(after.stage)).toBeLessThanOrEqual(rank(before.stage))
        for (const [was, is] of pairs(before, after)) {
          expect(is.coverage).toBeLessThanOrEqual(was.coverage)
          expect(rank(is.stage)).toBeLessThanOrEqual(rank(was.stage))
        }
      }),
    )
  })

  test('scores and shares stay in their ranges, confidence within coverage, and no score stands without an answer', () => {
    fc.assert(
      fc.property(input, (one) => {
        const result = assessMaturity(one)
        for (const part of [result, ...result.layers]) {
          expect(part.score === null).toBe(part.coverage === 0)
          expect(part.score ?? 0).toBeGreaterThanOrEqual(0)
          expect(part.score ?? 0).toBeLessThanOrEqual(100)
          expect(part.coverage).toBeLessThanOrEqual(1)
          expect(part.confidence).toBeLessThanOrEqual(part.coverage)
        }
      }),
    )
  })

  test('a layer’s explanation adds up to its score and names every capability once', () => {
    fc.assert(
      fc.property(input, (one) => {
        const result = assessMaturity(one)
        for (const [i, layer] of explainMaturity(result).layers.entries()) {
          const own = result.layers[i]
          const { assessed, weightedStages } = layer.weights
          expect(layer.score).toBe(assessed === 0 ? null : (100 * weightedStages) / (3 * assessed))
          const named = [...layer.counted, ...layer.notApplicable, ...layer.notAssessed]
          expect(named.sort()).toEqual(own?.capabilities.map((c) => c.capability).sort())
          const { next } = layer
          if (next) expect(next.heavyBelow.length > 0 || next.weightReached < next.weightNeeded).toBe(true)
        }
      }),
    )
  })

  test('comparing backwards gives the same changes with the other sign', () => {
    fc.assert(
      fc.property(withAnswer, ({ input: one, pick }) => {
        const before = assessMaturity(one)
        const after = assessMaturity(replace(one, pick, null))
        const forwards = compareMaturity(before, after)
        const backwards = compareMaturity(after, before)
        expect(backwards.capabilities.map((c) => c.capability)).toEqual(forwards.capabilities.map((c) => c.capability))
        for (const [i, layer] of forwards.layers.entries()) {
          const other = backwards.layers[i]
          expect((layer.scoreChange ?? 0) + (other?.scoreChange ?? 0)).toBeCloseTo(0, 10)
          expect((layer.stageChange ?? 0) + (other?.stageChange ?? 0)).toBe(0)
        }
      }),
    )
  })
})
