import type { Role } from '@/lib/model/actor'

type RoleText = { name: string; purpose: string }

const ROLES: Record<Role, RoleText> = {
  viewer: { name: 'Viewer', purpose: 'Reads maturity and outcomes.' },
  assessor: { name: 'Assessor', purpose: 'Records what is, and approves what others recorded.' },
  auditor: {
    name: 'Auditor',
    purpose: 'Reads everything, the audit log too, and takes evidence along; always for a time.',
  },
  admin: { name: 'Administrator', purpose: 'Does all of it, and decides about members.' },
}

/** `Administrator`. */
export const roleName = (role: Role): string => ROLES[role].name

/** A role as a form offers it, and what it is for. */
export type RoleChoice = { value: Role; label: string; hint: string }

export const roleChoices = (roles: readonly Role[]): RoleChoice[] =>
  roles.map((role) => ({ value: role, label: ROLES[role].name, hint: ROLES[role].purpose }))
