import { z } from 'zod'
import type { AccessContext } from './access-context'
import type { AccessRules } from './access-rules'

export const ROLES = ['viewer', 'assessor', 'auditor', 'admin'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** One organization an actor may act in, and as what. Instants are ISO 8601, null means without end or never. */
export type Membership = {
  organizationId: string
  slug: string
  name: string
  /** What counts now: the member's own role, or a higher one for a while. */
  role: Role
  ownRole: Role
  elevatedUntil: string | null
  expiresAt: string | null
  lastUsedAt: string | null
  /** Let in for certain frameworks and a period: sees those through the auditor's desk, and nothing else. */
  scoped: boolean
  /** What the organization asks of everybody who enters it. */
  rules: AccessRules
}

/** A membership without end and without an elevation: the operator's, a token's. */
export const membershipAs = (role: Role, organization: Entered): Membership => ({
  ...organization,
  role,
  ownRole: role,
  elevatedUntil: null,
  expiresAt: null,
  lastUsedAt: null,
  scoped: false,
})

/** An organization as whoever enters it needs to know it. */
export type Entered = Pick<Membership, 'organizationId' | 'slug' | 'name' | 'rules'>

/**
 * Who asks. A `person` signed in, a `machine` holds a token for one organization, the `operator` owns the machine
 * Proofline runs on and speaks through the command line.
 */
export type Actor = {
  kind: 'person' | 'machine' | 'operator'
  /** The person; null for machines and the operator. */
  userId: string | null
  /** What the audit log shows. */
  name: string
  memberships: readonly Membership[]
  context: AccessContext
}
