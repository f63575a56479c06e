import type { Role } from '@/lib/model/actor'

const READ = [
  'organization:read',
  'deployment:read',
  'assessment:read',
  'evidence:read',
  'incident:read',
  'compliance-audit:read',
  'import:read',
] as const

const WORK = [
  'deployment:write',
  'assessment:write',
  'assessment:approve',
  'evidence:write',
  'incident:import',
  'compliance-audit:import',
  'import:undo',
] as const

const RULE = ['organization:update', 'deployment:delete'] as const

export type Permission = (typeof READ)[number] | (typeof WORK)[number] | (typeof RULE)[number]

/** What each role may do. Data, so that a person can read it and a policy engine can take it over. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(READ),
  auditor: new Set(READ),
  assessor: new Set([...READ, ...WORK]),
  admin: new Set([...READ, ...WORK, ...RULE]),
}
