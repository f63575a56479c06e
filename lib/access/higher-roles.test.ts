import { expect, test } from 'vitest'
import { higherRoles } from './higher-roles'

test('a viewer may ask for every other role, an assessor for administration only', () => {
  expect(higherRoles('viewer')).toEqual(['assessor', 'auditor', 'admin'])
  expect(higherRoles('assessor')).toEqual(['admin'])
})

test('nothing is above an administrator, and an auditor stays one', () => {
  expect(higherRoles('admin')).toEqual([])
  expect(higherRoles('auditor')).toEqual([])
})
