import { expect, test } from 'vitest'
import { reasonFor, rulesOf } from './form-values'

const form = (values: Record<string, string>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

test('lists are read by line and comma; nothing typed is no rule', () => {
  const rules = rulesOf(form({ networks: ' 192.0.2.0/24,\n2001:db8::/32 \n\n', reviewDays: '30' }))
  expect(rules).toEqual({
    networks: ['192.0.2.0/24', '2001:db8::/32'],
    acr: [],
    amr: [],
    maxProofMinutes: null,
    compliantDevices: false,
    elevationHours: null,
    reviewDays: 30,
  })
})
test('what is no number is never taken for no rule', () => {
  expect(rulesOf(form({ maxProofMinutes: '1e' })).maxProofMinutes).toBe('1e')
  expect(rulesOf(form({ maxProofMinutes: '-5' })).maxProofMinutes).toBe('-5')
})
test('the reason for an entry of a list names the entry', () => {
  const sent = rulesOf(form({ networks: '10.0.0.0/8, everywhere' }))
  const problems = [{ field: 'networks.1', reason: 'must be a range' }]
  expect(reasonFor('networks', problems, sent)).toBe('everywhere must be a range')
  expect(reasonFor('acr', problems, sent)).toBeUndefined()
})
