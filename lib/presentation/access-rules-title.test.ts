import { expect, test } from 'vitest'
import { DEFAULT_ACCESS_RULES as NONE } from '@/lib/model/access-rules'
import { accessRulesTitle } from './access-rules-title'

test('the headline says that nothing is asked', () => {
  expect(accessRulesTitle({ ...NONE, reviewDays: 30, elevationHours: 1 })).toBe(
    'Members enter from any network and device, with any proof',
  )
})
test('the headline counts what narrows, contexts and methods as one', () => {
  expect(accessRulesTitle({ ...NONE, networks: ['10.0.0.0/8'] })).toBe('One rule narrows how members enter')
  expect(accessRulesTitle({ ...NONE, acr: ['phr'], amr: ['hwk'], maxProofMinutes: 60, compliantDevices: true })).toBe(
    'Three rules narrow how members enter',
  )
})
