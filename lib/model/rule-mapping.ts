import { z } from 'zod'
import { CapabilityId } from './layer'

/** To which capability findings of a scanner's rule belong; null: to none. */
export const RuleMapping = z.object({
  product: z.string().min(1).max(200),
  rule: z.string().min(1).max(500),
  capability: CapabilityId.nullable(),
})
export type RuleMapping = z.infer<typeof RuleMapping>

/** A rule that findings are of. */
export const RuleSeen = z.object({
  product: z.string(),
  rule: z.string(),
  title: z.string(),
  findings: z.int(),
  open: z.int(),
  /** What they are mapped to now, between commas, the main one first; empty is unmapped. */
  capabilities: z.string(),
  /** What the organization said itself: empty for none, null for nothing said. */
  ownCapability: z.string().nullable(),
  updatedBy: z.string().nullable(),
})
export type RuleSeen = z.infer<typeof RuleSeen>

export const RulesSeen = z.object({ rules: z.array(RuleSeen) })
export type RulesSeen = z.infer<typeof RulesSeen>
