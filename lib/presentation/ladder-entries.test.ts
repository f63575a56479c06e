import { expect, test } from 'vitest'
import type { CapabilityMaturity } from '@/lib/model/maturity'
import { targetScore } from './ladder-entries'

const capability = (weight: number, effective: 0 | 1 | 2 | 3 | null, target: 0 | 1 | 2 | 3 | null) =>
  ({ capability: 'IAM-01', weight, effective, target }) as CapabilityMaturity

test('the flag stands at the score with every target reached', () => {
  // weights 3 and 1: (3·2 + 1·1) / (3·4) = 58.3
  expect(targetScore({ capabilities: [capability(3, 1, 2), capability(1, 1, null)] })).toBeCloseTo(58.33, 2)
})

test('a target below the stage pulls nothing down, and no target means no flag', () => {
  expect(targetScore({ capabilities: [capability(3, 2, 1)] })).toBeNull()
  expect(targetScore({ capabilities: [capability(3, null, 3)] })).toBeNull()
})
