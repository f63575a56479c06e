import { expect, test } from 'vitest'
import { RECORD_KINDS } from './record-kind'
import { FEWEST_DAYS, RetentionRuleInput } from './retention'

test.each(RECORD_KINDS)('%s are kept at least as long as something may rest on them, or for good', (kind) => {
  const input = (keepDays: number | null) => RetentionRuleInput.safeParse({ kind, keepDays, reason: 'our policy' })
  const fewest = FEWEST_DAYS[kind]
  expect([input(fewest - 1).success, input(fewest).success, input(null).success]).toEqual([false, true, true])
  expect(input(fewest - 1).error?.issues[0]?.message).toBe(`must be at least ${fewest} for ${kind}`)
})

test('a rule without a reason is refused', () => {
  expect(RetentionRuleInput.safeParse({ kind: 'packs', keepDays: 400, reason: ' ' }).success).toBe(false)
})
