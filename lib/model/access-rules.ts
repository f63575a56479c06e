import { z } from 'zod'

const Cidr = z.union([z.cidrv4(), z.cidrv6()], 'must be a range like 192.0.2.0/24 or 2001:db8::/32')
const Term = z.string().trim().min(1).max(200)

/** What an organization asks of everybody who enters it, beyond what Proofline always asks. */
export const AccessRules = z.object({
  /** The ranges requests may come from; empty means from anywhere. */
  networks: z.array(Cidr).max(100).default([]),
  /** Authentication contexts of which a single sign-on must name one; empty means any. */
  acr: z.array(Term).max(20).default([]),
  /** Authentication methods of which a single sign-on must name one; empty means any. */
  amr: z.array(Term).max(20).default([]),
  /** How long ago the last fresh proof may lie for anything at all; null leaves it to the session's own end. */
  maxProofMinutes: z.int().min(5).max(480).nullable().default(null),
  /** Whether people need a device that a trusted proxy vouches for. */
  compliantDevices: z.boolean().default(false),
  /** The longest a just-in-time elevation may last, in hours. */
  elevationHours: z.int().min(1).max(24).default(8),
  /** Days after which a membership has to be reviewed again. */
  reviewDays: z.int().min(7).max(365).default(90),
})
export type AccessRules = z.infer<typeof AccessRules>

/** What holds where an organization has said nothing. */
export const DEFAULT_ACCESS_RULES: AccessRules = AccessRules.parse({})
