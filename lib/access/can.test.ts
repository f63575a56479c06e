import { describe, expect, test } from 'vitest'
import { ROLES } from '@/lib/model/actor'
import { can } from './can'
import { PERMISSIONS, type Permission } from './permissions'

const permissions = Object.keys(PERMISSIONS) as Permission[]

describe('can', () => {
  test('only an admin deletes a deployment, only those who work here change it', () => {
    expect(ROLES.filter((role) => can(role, 'deployment:delete'))).toEqual(['admin'])
    expect(ROLES.filter((role) => can(role, 'deployment:write'))).toEqual(['assessor', 'admin'])
  })

  test('whatever any role may, an admin may', () => {
    expect(permissions.filter((permission) => !can('admin', permission))).toEqual([])
  })

  test('a viewer changes nothing but the role they hold', () => {
    const writes = permissions.filter((permission) => PERMISSIONS[permission].kind === 'write')
    const ofOrganizations = writes.filter((permission) => PERMISSIONS[permission].roles !== null)
    expect(ofOrganizations.filter((permission) => can('viewer', permission))).toEqual(['elevation:request'])
  })

  test('what concerns a person alone needs no role', () => {
    expect(ROLES.every((role) => can(role, 'passkey:add'))).toBe(true)
  })
})
