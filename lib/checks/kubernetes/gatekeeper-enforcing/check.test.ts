import { expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { gatekeeperEnforcing as check } from './check'

const constraint = (name: string, enforcement: string[], violations: number | null = 0) =>
  resourceOf(
    'k8s.constraint',
    `K8sLabels/${name}`,
    { kind: 'K8sLabels', enforcement, violations, auditedAt: null, createdAt: null },
    { name },
  )

test('passes when the share that denies is reached', () => {
  const constraints = Array.from({ length: 9 }, (_, n) => constraint(`c${n}`, ['deny']))
  expect(judged(check, [...constraints, constraint('new', ['warn'])])).toMatchObject({
    verdict: 'pass',
    numerator: 9,
    denominator: 10,
  })
})

test('fails below it, and says what the constraint does and how much its audit found', () => {
  const { verdict, failing } = judged(check, [
    constraint('a', ['deny']),
    constraint('b', ['dryrun'], 3),
    constraint('c', []),
  ])
  expect(verdict).toBe('fail')
  expect(failing[0]).toMatchObject({ message: expect.stringContaining('3 violations'), detail: { violations: 3 } })
  expect(failing[1]?.message).toContain('does nothing at admission')
})

test('does not apply without constraints', () => expect(judged(check, []).verdict).toBe('not_applicable'))

test('is unknown when constraints were refused', () =>
  expect(judged(check, [], { gaps: [{ operation: 'list constraints.gatekeeper.sh/*' }] }).verdict).toBe('unknown'))
