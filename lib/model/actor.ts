import { z } from 'zod'

export const ROLES = ['viewer', 'assessor', 'auditor', 'admin'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** One organization an actor may act in, and as what. */
export type Membership = { organizationId: string; slug: string; name: string; role: Role }

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
}
