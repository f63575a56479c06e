import type { Role } from '@/lib/model/actor'
import type { Sensitivity } from '@/lib/model/decision'
import policy from './policy/data.json'

type Table = typeof policy.proofline.permissions

export type Permission = keyof Table

/** What concerns a person and no organization, so that no role is asked for. */
export type PersonalPermission = { [P in Permission]: Table[P]['roles'] extends null ? P : never }[Permission]

/** What a role in an organization gives. */
export type OrganizationPermission = Exclude<Permission, PersonalPermission>

type PermissionRow = {
  /** Who may, by role; null for personal permissions. */
  roles: readonly Role[] | null
  kind: 'read' | 'write'
  /** Whether a person needs a fresh proof for it. */
  sensitive: boolean
  sensitivity: Sensitivity
  /** Whether a token may ever do it. */
  machine: boolean
}

/** The table the policy decides by, for what needs no decision: what to show, and what to log. */
export const PERMISSIONS = policy.proofline.permissions as Readonly<Record<Permission, PermissionRow>>

/** The tables and thresholds as the policy is given them. */
export const POLICY_DATA: object = policy
