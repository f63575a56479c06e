import { describe, expect, test } from 'vitest'
import { accessKey, credential, role, user } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamStaticKeyRatio as check } from './check'

const robot = [user('robot'), credential('robot', { keys: [accessKey()] })]
const person = [user('alice'), credential('alice', { keys: [accessKey({ active: false })] })]
const roles = ['build', 'deploy', 'audit'].map((name) => role(name))

describe('share of principals without a static key', () => {
  test('passes at 80 %, the users with a key still named', () => {
    const found = judged(check, [...robot, ...person, ...roles])
    expect(found).toMatchObject({ verdict: 'pass', numerator: 4, denominator: 5 })
    expect(found.failing.map(({ subject }) => subject.name)).toEqual(['robot'])
  })

  test('fails below it, and by the share an organization set', () => {
    expect(judged(check, [...robot, ...roles])).toMatchObject({ verdict: 'fail', numerator: 3, denominator: 4 })
    expect(judged(check, [...robot, ...roles], { threshold: 0.75 }).verdict).toBe('pass')
    expect(judged(check, [...robot, ...person, ...roles], { threshold: 1 }).verdict).toBe('fail')
  })

  test('does not apply where there are none but service-linked roles', () => {
    expect(judged(check, [role('AWSServiceRoleForConfig', { serviceLinked: true })]).verdict).toBe('not_applicable')
  })

  test('is unknown when either source was refused', () => {
    for (const operation of check.operations)
      expect(judged(check, [...person, ...roles], { gaps: [{ operation }] }).verdict).toBe('unknown')
  })

  test('a user that the older report does not have yet is undecided, not counted as without a key', () => {
    const found = judged(check, [user('new'), ...roles])
    expect(found).toMatchObject({ verdict: 'unknown', denominator: 3, undecided: [{ cause: 'not_collected' }] })
  })
})
