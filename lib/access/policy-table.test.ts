import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DecisionInput } from '@/lib/model/decision'
import { expectedByCircumstance, expectedByPermission } from '@/lib/testing/decision-table'
import { PERMISSIONS, POLICY_DATA } from './permissions'
import { policyEngine } from './policy-engine'

const decide = await policyEngine(new Uint8Array(readFileSync('lib/access/policy/policy.wasm')), POLICY_DATA)

function answerTo(input: DecisionInput): string {
  const { effect, reasons, revoke } = decide(input)
  return [effect, ...reasons, ...(revoke ? ['(revoke)'] : [])].join(' ')
}

const permissions = expectedByPermission()
const circumstances = expectedByCircumstance()

describe('the table of permissions, decided by the compiled policy', () => {
  test.each(permissions)('$permission', ({ decisions }) => {
    const answers = decisions.map(({ question, input }) => [question, answerTo(input)])
    expect(answers).toEqual(decisions.map(({ question, answer }) => [question, answer]))
  })

  test('has a row for every permission that an organization gives', () => {
    const given = Object.entries(PERMISSIONS).filter(([, { roles }]) => roles !== null)
    expect(permissions.map(({ permission }) => permission).sort()).toEqual(
      given.map(([permission]) => permission).sort(),
    )
  })

  test('and the circumstances beside it are hundreds of decisions', () => {
    expect(permissions.flatMap(({ decisions }) => decisions).length).toBeGreaterThan(400)
    expect(circumstances.flatMap(({ decisions }) => decisions).length).toBeGreaterThan(150)
  })
})

describe.each(circumstances)('$about', ({ decisions }) => {
  test.each(decisions)('$question: $answer', ({ input, answer }) => {
    expect(answerTo(input)).toBe(answer)
  })
})
