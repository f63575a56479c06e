import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { type Actor, ROLES, type Role } from '@/lib/model/actor'
import { authorize, can } from './authorize'

const actor = (role: Role): Actor => ({
  kind: 'person',
  userId: '0190a8f0-0000-7000-8000-000000000001',
  name: 'Ines Okafor',
  memberships: [{ organizationId: '0190a8f0-0000-7000-8000-000000000002', slug: 'meridian', name: 'Meridian', role }],
})

const codeOf = (run: () => unknown): string => {
  try {
    run()
    return 'allowed'
  } catch (error) {
    return error instanceof AppError ? error.code : 'threw something else'
  }
}

describe('authorize', () => {
  test('another organization looks absent, not forbidden, to every role', () => {
    for (const role of ROLES) {
      expect(codeOf(() => authorize(actor(role), 'victim', 'organization:read'))).toBe('not-found')
    }
  })
  test('a viewer and an auditor read everything and change nothing', () => {
    for (const role of ['viewer', 'auditor'] as const) {
      expect(codeOf(() => authorize(actor(role), 'meridian', 'incident:read'))).toBe('allowed')
      expect(codeOf(() => authorize(actor(role), 'meridian', 'incident:import'))).toBe('forbidden')
      expect(codeOf(() => authorize(actor(role), 'meridian', 'deployment:write'))).toBe('forbidden')
    }
  })
  test('only an admin deletes a deployment', () => {
    expect(ROLES.filter((role) => can(role, 'deployment:delete'))).toEqual(['admin'])
  })
})
