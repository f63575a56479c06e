import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckFacts } from '@/lib/model/check'
import { LAYERS } from '@/lib/model/layer'
import { Posture } from '@/lib/model/posture'
import type { Stage } from '@/lib/model/stage'
import type { Verdict } from '@/lib/model/verdict'
import { asIfFixed } from './as-if-fixed'
import { blockingChecks } from './blocking-checks'
import { comparePostures } from './compare-postures'
import { measurePosture } from './measure-posture'
import type { StandingVerdict } from './standing-verdict'

const at = '2026-11-22T06:00:00.000Z'
const framework = {
  version: 'test',
  capabilities: LAYERS.flatMap((layer) => [3, 1].map((weight, i) => ({ id: `${layer}-0${i + 1}`, layer, weight }))),
}

const check = (id: string, ...feeds: [capability: string, stage: Stage, atLeast: number][]): CheckFacts => ({
  id,
  provider: 'aws',
  title: id,
  asserts: id,
  risk: id,
  severity: 'high',
  kind: 'ratio',
  threshold: 1,
  capabilities: ['IAM-01'],
  weak: [],
  feeds: feeds.map(([capability, stage, atLeast]) => ({ capability, stage, atLeast })),
  operations: ['iam:List'],
  permissions: [],
  remediation: { text: id, commands: [], effort: 'hours' },
  peers: [],
  provenBy: 'server',
})

const said = (
  checkId: string,
  verdict: Verdict,
  numerator: number,
  denominator: number,
  more: Partial<StandingVerdict> = {},
): StandingVerdict => ({
  checkId,
  verdict,
  numerator,
  denominator,
  undecided: 0,
  incomplete: false,
  factsAt: at,
  ...more,
})

const checks = [
  check('mfa', ['IAM-01', 1, 0.7], ['IAM-01', 2, 1]),
  check('phishing', ['IAM-01', 3, 1]),
  check('roles', ['IAM-02', 2, 1]),
]
const measure = (verdicts: readonly StandingVerdict[]) => measurePosture({ framework, checks, verdicts, at })
const iam = (verdicts: readonly StandingVerdict[]) => {
  const layer = measure(verdicts).layers[0]
  const [first, second] = layer?.capabilities ?? []
  if (!layer || !first || !second) throw new Error('no capabilities')
  return { layer, first, second }
}

describe('what checks support', () => {
  test('the share decides the stage: 16 of 20 console users reach initial, not advanced', () => {
    const { first } = iam([said('mfa', 'fail', 16, 20)])
    expect(first).toMatchObject({ supported: 1, ceiling: 1 })
    expect(first.stages.map((one) => one.state)).toEqual(['met', 'contradicted', 'silent'])
    expect(first.stages[0]?.criteria[0]).toMatchObject({ atLeast: 0.7, share: 0.8, numerator: 16, denominator: 20 })
  })

  test('nothing contradicted leaves no ceiling, and the stage no check speaks to is not supported', () => {
    expect(iam([said('mfa', 'pass', 20, 20)]).first).toMatchObject({ supported: 2, ceiling: null })
  })

  test('a stage below that no check speaks to is passed over', () => {
    expect(iam([said('roles', 'pass', 9, 9)]).second).toMatchObject({ supported: 2, ceiling: null })
    expect(iam([said('roles', 'fail', 8, 9)]).second).toMatchObject({ supported: 0, ceiling: 1 })
  })

  test('what was denied supports nothing and contradicts nothing', () => {
    const denied = said('mfa', 'unknown', 0, 0, { incomplete: true })
    expect(iam([denied]).first).toMatchObject({ supported: null, ceiling: null, coverage: 0 })
    expect(iam([denied, said('phishing', 'pass', 3, 3)]).first).toMatchObject({ supported: null })
  })

  test('one connection of two refused leaves the sum open', () => {
    const { first } = iam([said('mfa', 'pass', 20, 20), said('mfa', 'unknown', 0, 0, { incomplete: true })])
    expect(first).toMatchObject({ supported: null, ceiling: null })
  })

  test('facts of 31 days ago decide nothing, those of 30 days do', () => {
    const day = (n: number) => new Date(Date.parse(at) - n * 86_400_000).toISOString()
    expect(iam([said('mfa', 'pass', 20, 20, { factsAt: day(31) })]).first.supported).toBeNull()
    expect(iam([said('mfa', 'pass', 20, 20, { factsAt: day(30) })]).first.supported).toBe(2)
  })

  test('a layer is established from half its weight on; confidence is less where criteria are not decided', () => {
    const { layer } = iam([said('mfa', 'pass', 20, 20)])
    // IAM-01 weighs 3 of 4; two of its three criteria are decided
    expect(layer).toMatchObject({ stage: 0, coverage: 0.75, weakest: 'IAM-01' })
    expect(layer.confidence).toBeCloseTo((3 * (2 / 3)) / 4, 10)
    expect(iam([said('roles', 'pass', 9, 9)]).layer).toMatchObject({ stage: null, coverage: 0.25 })
  })

  test('without any verdict nothing is known', () => {
    expect(measure([])).toMatchObject({ score: null, stage: null, coverage: 0, confidence: 0 })
    expect(Posture.parse(measure([]))).toEqual(measure([]))
  })
})

describe('what a finding means', () => {
  test('the checks that hold a capability below its next stage block it', () => {
    const posture = measure([said('mfa', 'fail', 16, 20), said('phishing', 'fail', 1, 3)])
    expect([...blockingChecks(posture)]).toEqual(['mfa'])
  })

  test('fixing all that fails lifts the ceiling; an exception alone does not', () => {
    const verdicts = [said('mfa', 'fail', 16, 20)]
    const fixed = measure(asIfFixed(verdicts, new Map([['mfa', 4]])))
    expect(comparePostures(measure(verdicts), fixed).capabilities).toEqual([
      { capability: 'IAM-01', before: 1, after: 2 },
    ])
    expect(asIfFixed(verdicts, new Map([['mfa', 9]]))[0]).toMatchObject({ numerator: 20, verdict: 'pass' })
    expect(measure(asIfFixed(verdicts, new Map()))).toEqual(measure(verdicts))
  })

  test('a change without a score on both sides is not known, never 0', () => {
    expect(comparePostures(measure([]), measure([said('mfa', 'pass', 2, 2)])).layers[0]).toMatchObject({
      before: { score: null },
      scoreChange: null,
    })
  })
})

const verdict = fc
  .record({
    checkId: fc.constantFrom('mfa', 'phishing', 'roles'),
    pass: fc.nat(9),
    fail: fc.nat(9),
    undecided: fc.nat(4),
    incomplete: fc.boolean(),
  })
  .map(({ checkId, pass, fail, undecided, incomplete }) =>
    said(
      checkId,
      fail > 0 ? 'fail' : undecided > 0 || incomplete ? 'unknown' : pass > 0 ? 'pass' : 'not_applicable',
      pass,
      pass + fail,
      {
        undecided,
        incomplete,
      },
    ),
  )

describe('for every set of verdicts', () => {
  test('the order of connections does not matter', () => {
    fc.assert(
      fc.property(
        fc
          .array(verdict, { maxLength: 8 })
          .chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length }))),
        ([one, other]) => {
          expect(measure(other)).toEqual(measure(one))
        },
      ),
    )
  })

  test('one more failing member never raises a supported stage or a ceiling', () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 6 }), (verdicts) => {
        const worse = verdicts.map((one, i) =>
          i === 0 ? { ...one, verdict: 'fail' as const, denominator: one.denominator + 1 } : one,
        )
        const after = new Map(
          measure(worse)
            .layers.flatMap((one) => one.capabilities)
            .map((one) => [one.capability, one]),
        )
        for (const was of measure(verdicts).layers.flatMap((one) => one.capabilities)) {
          const is = after.get(was.capability)
          if (was.supported !== null && is?.supported != null) expect(is.supported).toBeLessThanOrEqual(was.supported)
          expect(is?.ceiling ?? 3).toBeLessThanOrEqual(was.ceiling ?? 3)
        }
      }),
    )
  })

  test('what is supported never exceeds the ceiling', () => {
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 8 }), (verdicts) => {
        for (const one of measure(verdicts).layers.flatMap((layer) => layer.capabilities))
          expect(one.supported ?? 0).toBeLessThanOrEqual(one.ceiling ?? 3)
      }),
    )
  })
})
