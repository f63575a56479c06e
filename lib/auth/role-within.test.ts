import { expect, test } from 'vitest'
import { ROLES } from '@/lib/model/actor'
import { isWithin } from './role-within'

test.each([
  ['viewer', ['viewer', 'assessor', 'auditor', 'admin']],
  ['assessor', ['assessor', 'admin']],
  ['auditor', ['auditor', 'admin']],
  ['admin', ['admin']],
] as const)('%s lies within %j and no other role', (role, within) => {
  expect(ROLES.filter((most) => isWithin(role, most))).toEqual(within)
})
