import { expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import { deploymentsTitle } from './deployments-title'

const deployment = (name: string, live: number, on = '2026-01-01') => ({
  name,
  rollouts: LAYERS.map((layer, i) => ({ layer, beganOn: i < live ? on : null, liveOn: i < live ? on : null })),
})

test('one deployment is named with its live layers, several are counted, none is said', () => {
  expect(deploymentsTitle([], '2026-02-01')).toBe('No deployment yet')
  expect(deploymentsTitle([deployment('Payments', 4)], '2026-02-01')).toBe('Payments has 4 of 5 layers live')
  expect(deploymentsTitle([deployment('A', 5), deployment('B', 2)], '2026-02-01')).toBe(
    '1 of 2 deployments have every layer live',
  )
})

test('a go-live planned for later is not live today', () => {
  expect(deploymentsTitle([deployment('A', 5, '2026-03-01')], '2026-02-01')).toBe('A has 0 of 5 layers live')
})
