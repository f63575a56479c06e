import type { Role } from '@/lib/model/actor'

type RoleText = { name: string; purpose: string }

const ROLES: Record<Role, RoleText> = {
  viewer: { name: 'Viewer', purpose: 'reads maturity and outcomes' },
  assessor: { name: 'Assessor', purpose: 'records what is, and approves what others recorded' },
  auditor: { name: 'Auditor', purpose: 'reads everything, the audit log too, and takes evidence along; for a time' },
  admin: { name: 'Administrator', purpose: 'does all of it, and decides about members' },
}

/** `Administrator`. */
export const roleName = (role: Role): string => ROLES[role].name

/** Roles as a form offers them. */
export const roleChoices = (roles: readonly Role[]): { value: Role; label: string }[] =>
  roles.map((role) => ({ value: role, label: `${ROLES[role].name}: ${ROLES[role].purpose}` }))
