import { describe, expect, test } from 'vitest'
import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import { allowsEverything, concernsAction } from './allows'
import { matchesAction, matchesPattern } from './match-action'
import { accountOf, principalsOf } from './principals'
import { statementsOf, textsOf } from './statements'

const allow = (parts: Omit<PolicyStatement, 'Effect'>): PolicyStatement => ({ Effect: 'Allow', ...parts })

describe('reading the statements of a policy', () => {
  test('a single statement without a list is a list of one, and no document has none', () => {
    const only = allow({ Action: 's3:GetObject', Resource: '*' })
    expect(statementsOf({ Statement: only })).toEqual([only])
    expect(statementsOf({ Statement: [only, only] })).toHaveLength(2)
    expect(statementsOf(null)).toEqual([])
  })

  test('numbers and truth values that a condition writes bare are read as texts', () => {
    const { Condition } = JSON.parse('{"Condition":{"Bool":{"aws:SecureTransport":false},"X":{"n":[1.2,"a"]}}}')
    expect(textsOf(Condition.Bool['aws:SecureTransport'])).toEqual(['false'])
    expect(textsOf(Condition.X.n)).toEqual(['1.2', 'a'])
    expect(textsOf(undefined)).toEqual([])
  })

  test('patterns match as IAM matches them', () => {
    expect(matchesAction('iam:Pass*', 'iam:PassRole')).toBe(true)
    expect(matchesAction('IAM:passrole', 'iam:PassRole')).toBe(true)
    expect(matchesAction('iam:*Role*y', 'iam:AttachRolePolicy')).toBe(true)
    expect(matchesAction('iam:PassRol?', 'iam:PassRole')).toBe(true)
    expect(matchesAction('iam:PassRole?', 'iam:PassRole')).toBe(false)
    expect(matchesAction('iam:Pass', 'iam:PassRole')).toBe(false)
    expect(matchesAction('*', 'iam:PassRole')).toBe(true)
    expect(matchesPattern('', '')).toBe(true)
    expect(matchesPattern('a*b', 'ab-ab')).toBe(true)
  })

  test('a hostile pattern takes no time to speak of', () => {
    const started = performance.now()
    expect(matchesPattern(`${'a*'.repeat(40)}b`, 'a'.repeat(2000))).toBe(false)
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('NotAction is about all that it does not name, a statement without either about nothing', () => {
    const statement = allow({ NotAction: 'iam:*', Resource: '*' })
    expect(concernsAction(statement, 's3:GetObject')).toBe(true)
    expect(concernsAction(statement, 'iam:PassRole')).toBe(false)
    expect(concernsAction(allow({ Resource: '*' }), 's3:GetObject')).toBe(false)
  })

  test('everything is every action on every resource', () => {
    expect(allowsEverything(allow({ Action: ['s3:Get*', '*'], Resource: ['*'] }))).toBe(true)
    expect(allowsEverything(allow({ Action: '*:*', Resource: '*' }))).toBe(true)
    expect(allowsEverything(allow({ Action: 's3:*', Resource: '*' }))).toBe(false)
    expect(allowsEverything(allow({ Action: '*', Resource: 'arn:aws:s3:::logs/*' }))).toBe(false)
    expect(allowsEverything({ Effect: 'Deny', Action: '*', Resource: '*' })).toBe(false)
  })

  test('principals are listed one by one with their account', () => {
    const statement = allow({ Principal: { AWS: ['111122223333', 'arn:aws:iam::444455556666:root'], Service: 'ec2' } })
    expect(principalsOf(statement).map(({ kind, value }) => [kind, accountOf(value)])).toEqual([
      ['AWS', '111122223333'],
      ['AWS', '444455556666'],
      ['Service', null],
    ])
    expect(principalsOf(allow({ Principal: '*' }))).toEqual([{ kind: 'AWS', value: '*' }])
    expect(principalsOf(allow({}))).toEqual([])
    expect(accountOf('AROAEXAMPLEID')).toBeNull()
  })
})
