import { expect, test } from 'vitest'
import { nextStageNeeds, scoreSum } from './maturity-explanation'

const weights = { applicable: 16, assessed: 15, evidenced: 9, weightedStages: 22 }

test('the sum of a score is written as it is computed, and not at all when nothing is assessed', () => {
  expect(scoreSum({ weights })).toBe('100 × 22 ÷ (3 × 15)')
  expect(scoreSum({ weights: { ...weights, assessed: 0, weightedStages: 0 } })).toBeNull()
})

test('what the next stage needs names the missing weight and the heavy capabilities, one or both', () => {
  const next = { stage: 2 as const, weightReached: 9, weightNeeded: 13, heavyBelow: ['IAM-01', 'IAM-02'] }
  expect(nextStageNeeds({ next })).toBe('Advanced needs weight 13 there, now 9; IAM-01 and IAM-02 must reach it too.')
  expect(nextStageNeeds({ next: { ...next, heavyBelow: [] } })).toBe('Advanced needs weight 13 there, now 9.')
  expect(nextStageNeeds({ next: { ...next, weightReached: 13 } })).toBe('Advanced needs IAM-01 and IAM-02 to reach it.')
  expect(nextStageNeeds({ next: null })).toBeNull()
})
