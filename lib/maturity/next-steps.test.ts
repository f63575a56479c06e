import { expect, test } from 'vitest'
import type { CapabilityMaturity, LayerMaturity } from '@/lib/model/maturity'
import { nextSteps } from './next-steps'

const capability = (id: string, weight: number, effective: 0 | 1 | 2 | 3 | null): CapabilityMaturity => ({
  capability: id,
  weight,
  status: effective === null ? 'not_assessed' : 'assessed',
  assessed: effective,
  supported: null,
  effective,
  target: null,
  rule: effective === null ? 'not-assessed' : 'assessed',
  evidenced: false,
})

const layer = (capabilities: CapabilityMaturity[]): LayerMaturity => ({
  layer: 'DAT',
  score: null,
  stage: null,
  coverage: 1,
  confidence: 0,
  weakest: null,
  capabilities,
})

test('the heaviest capability furthest back comes first, and scores build on each other', () => {
  const steps = nextSteps(
    layer([capability('DAT-01', 2, 0), capability('DAT-04', 3, 1), capability('DAT-05', 3, 0)]),
    2,
  )
  expect(steps.map((s) => [s.capability, s.from, s.to])).toEqual([
    ['DAT-05', 0, 1],
    ['DAT-04', 1, 2],
  ])
  // weights 2+3+3 = 8: 3/24 → 6/24 → 9/24
  expect(steps.map((s) => [s.scoreBefore, s.scoreAfter])).toEqual([
    [12.5, 25],
    [25, 37.5],
  ])
})

test('a capability at Optimal or not applicable is never a step', () => {
  const na = { ...capability('DAT-02', 3, null), status: 'not_applicable' as const }
  expect(nextSteps(layer([capability('DAT-01', 3, 3), na]), 3)).toEqual([])
})
