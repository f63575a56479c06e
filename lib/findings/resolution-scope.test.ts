import { expect, test } from 'vitest'
import { resolutionScope } from './resolution-scope'

const gap = (region: string | null) => ({ cause: 'denied' as const, operation: 'x:List', region, detail: '' })

test('without a gap everything of the check and account may be resolved', () => {
  expect(resolutionScope('c', 'a', [])).toEqual({ checkId: 'c', account: 'a', heldRegions: [] })
})

test('gaps hold their regions', () => {
  const scope = resolutionScope('c', 'a', [gap('eu-west-1'), gap('us-east-1'), gap('eu-west-1')])
  expect(scope?.heldRegions).toEqual(['eu-west-1', 'us-east-1'])
})

test('a gap without a region holds everything', () => {
  expect(resolutionScope('c', 'a', [gap('eu-west-1'), gap(null)])).toBeNull()
})
