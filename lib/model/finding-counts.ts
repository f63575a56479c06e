import { z } from 'zod'
import { FindingSeverity } from './finding-severity'
import { LayerId } from './layer'

/** How many findings there are today, UTC. */
export const FindingCounts = z.object({
  /** Open, and their risk not accepted today. */
  open: z.int(),
  /** Open, and their risk accepted today. */
  accepted: z.int(),
  /** Open, and their risk was accepted until a day that has passed; they are among the open ones. */
  expired: z.int(),
  resolved: z.int(),
  /** Open ones without an owner. */
  unassigned: z.int(),
  /** Open ones of checks that keep a capability from its next stage; null before the first run. */
  blocking: z.int().nullable(),
  /** Open ones; severities and layers without any are left out, and null is what no capability is known for. */
  bySeverity: z.array(z.object({ severity: FindingSeverity, open: z.int() })),
  byLayer: z.array(z.object({ layer: LayerId.nullable(), open: z.int() })),
})
export type FindingCounts = z.infer<typeof FindingCounts>

/** How many findings a filter leaves. `exact` is false when counting stopped, and there are at least so many. */
export const FindingMatch = z.object({ findings: z.int(), exact: z.boolean() })
export type FindingMatch = z.infer<typeof FindingMatch>
