import { z } from 'zod'
import { Instant } from './instant'
import { RecordKind } from './record-kind'

/** A century. */
const MOST_DAYS = 36_500

/**
 * The fewest days each kind is kept, whatever a rule says: snapshots and run logs as long as verdicts that rest on them
 * may stand, decisions until the next access review, all others for the year an audit may ask about.
 */
export const FEWEST_DAYS: Readonly<Record<RecordKind, number>> = {
  snapshots: 31,
  'run-logs': 31,
  decisions: 90,
  'resolved-findings': 366,
  evidence: 366,
  packs: 366,
}

/** How long one kind is kept after its day; null takes the rule away, and it is kept for good again. */
export const RetentionRuleInput = z
  .object({
    kind: RecordKind,
    keepDays: z.int().max(MOST_DAYS).nullable(),
    reason: z.string().trim().min(3, 'say why').max(1000),
  })
  .check(({ value, issues }) => {
    const fewest = FEWEST_DAYS[value.kind]
    if (value.keepDays === null || value.keepDays >= fewest) return
    issues.push({
      code: 'custom',
      input: value.keepDays,
      path: ['keepDays'],
      message: `must be at least ${fewest} for ${value.kind}`,
    })
  })
export type RetentionRuleInput = z.infer<typeof RetentionRuleInput>

export const RetentionRule = z.object({
  kind: RecordKind,
  keepDays: z.int(),
  reason: z.string(),
  updatedBy: z.string(),
  updatedAt: Instant,
})
export type RetentionRule = z.infer<typeof RetentionRule>
