import { describe, expect, test } from 'vitest'
import { credential } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamUserConsoleMfa as check } from './check'

const [alice, bob] = ['alice', 'bob'].map((name) => credential(name, { passwordEnabled: true, mfaActive: true }))
const carol = credential('carol', { passwordEnabled: true, mfaActive: false })
const robot = credential('robot', { passwordEnabled: false })
const root = credential('<root_account>', { root: true, passwordEnabled: null, mfaActive: false })
const both = [alice, bob].flatMap((one) => one ?? [])

describe('MFA of console users', () => {
  test('passes when each has it, users without a password and root left out', () => {
    expect(judged(check, [...both, robot, root])).toMatchObject({ verdict: 'pass', numerator: 2, denominator: 2 })
  })

  test('fails and names the user without it', () => {
    const { verdict, numerator, denominator, failing } = judged(check, [...both, carol])
    expect({ verdict, numerator, denominator }).toEqual({ verdict: 'fail', numerator: 2, denominator: 3 })
    expect(failing.map(({ subject }) => subject.name)).toEqual(['carol'])
  })

  test('does not apply where nobody has a console password', () => {
    expect(judged(check, [robot, root]).verdict).toBe('not_applicable')
  })

  test('is unknown when the report was refused or does not say', () => {
    expect(judged(check, [], { gaps: [{ operation: 'iam:GetCredentialReport' }] }).verdict).toBe('unknown')
    const unsaid = credential('dave', { passwordEnabled: true, mfaActive: null })
    expect(judged(check, [...both, unsaid])).toMatchObject({
      verdict: 'unknown',
      undecided: [{ cause: 'unsupported' }],
    })
  })
})
