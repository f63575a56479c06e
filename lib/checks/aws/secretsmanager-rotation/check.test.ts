import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { secretsmanagerRotation as check } from './check'

const secret = (name: string, rotationEnabled: boolean | null, owningService: string | null = null) =>
  resourceOf('aws.secretsmanager.secret', name, {
    rotationEnabled,
    rotationDays: null,
    lastRotatedAt: null,
    owningService,
  })

test('passes when every secret of its own rotates; those a service manages do not count', () => {
  const resources = [secret('database', true), secret('rds!cluster', null, 'rds')]
  expect(judged(check, resources)).toMatchObject({ verdict: 'pass', numerator: 1, denominator: 1 })
})

test('fails for a secret whose rotation is off, or was never configured', () => {
  const { verdict, failing } = judged(check, [secret('database', true), secret('api', false), secret('old', null)])
  expect(verdict).toBe('fail')
  expect(failing.map(({ message }) => message)).toEqual([
    expect.stringContaining('Secret api'),
    expect.stringContaining('Secret old'),
  ])
})

test('does not apply where there is no secret, or services manage all of them', () => {
  expect(judged(check, []).verdict).toBe('not_applicable')
  expect(judged(check, [secret('rds!cluster', null, 'rds')]).verdict).toBe('not_applicable')
})

test('is unknown when secrets were not listed', () => {
  const gaps = [{ operation: 'secretsmanager:ListSecrets', region: 'eu-west-1' }]
  expect(judged(check, [secret('database', true)], { gaps })).toMatchObject({
    verdict: 'unknown',
    gaps: [{ cause: 'denied' }],
  })
})
