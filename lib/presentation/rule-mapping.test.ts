import { expect, test } from 'vitest'
import { feedsOf, mappedByText, ruleMappingsTitle } from './rule-mapping'

const rule = (capabilities: string) => ({ capabilities })

test('what is to be done leads: rules that feed nothing', () => {
  expect(ruleMappingsTitle([])).toBe('No rules of other scanners yet')
  expect(ruleMappingsTitle([rule(''), rule('IAM-01')])).toBe('1 of 2 rules feeds no capability')
  expect(ruleMappingsTitle([rule(''), rule(''), rule('IAM-01')])).toBe('2 of 3 rules feed no capability')
  expect(ruleMappingsTitle([rule('IAM-01')])).toBe('The one rule seen feeds a capability')
  expect(ruleMappingsTitle([rule('IAM-01'), rule('NET-02,IAM-01')])).toBe('All 2 rules feed a capability')
})

test('several capabilities keep their order, and none is none', () => {
  expect(feedsOf(rule('NET-02,IAM-01'))).toEqual(['NET-02', 'IAM-01'])
  expect(feedsOf(rule(''))).toEqual([])
})

test('a mapping by hand is told from one by default, and from none that somebody decided', () => {
  const seen = { ownCapability: null, updatedBy: null }
  expect(mappedByText({ ...seen, capabilities: 'IAM-01' })).toBe('by default')
  expect(mappedByText({ ...seen, capabilities: '' })).toBe('nothing points to one')
  const byHand = { updatedBy: 'Ada Ruiz', capabilities: '' }
  expect(mappedByText({ ...byHand, ownCapability: 'IAM-01', capabilities: 'IAM-01' })).toBe('by hand, Ada Ruiz')
  expect(mappedByText({ ...byHand, ownCapability: '' })).toBe('none, by hand, Ada Ruiz')
})
