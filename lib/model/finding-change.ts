import { z } from 'zod'
import { FindingFilter } from './finding-filter'
import { FindingSeverity } from './finding-severity'
import { Day } from './instant'
import { CapabilityId } from './layer'
import { Stage } from './stage'

/** As many findings as one act may name by id. */
const MOST_NAMED = 500
/** As many as one act by filter may change. */
export const MOST_FILTERED = 10_000

const Reason = z.string().trim().min(1).max(1000)

/** Who sees to it; null nobody. */
export const AssignInput = z.object({ ownerId: z.uuid().nullable() })
export type AssignInput = z.infer<typeof AssignInput>

/** A severity that counts instead of the check's; null goes back to it. */
export const RateInput = z.object({ severity: FindingSeverity.nullable(), reason: Reason })
export type RateInput = z.infer<typeof RateInput>

/** A risk that a member accepts until a day, at most 365 days ahead. */
export const ExceptInput = z.object({ ownerId: z.uuid(), reason: Reason, until: Day })
export type ExceptInput = z.infer<typeof ExceptInput>

export const CommentInput = z.object({ text: z.string().trim().min(1).max(4000) })
export type CommentInput = z.infer<typeof CommentInput>

/** Which findings an act on several concerns: some by id, or all that a filter leaves. */
const FindingSelection = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(MOST_NAMED) }),
  z.object({ filter: FindingFilter }),
])

/** One act on several findings. With `dryRun` it says how many it would change and changes none. */
export const FindingChange = z.object({
  which: FindingSelection,
  assign: AssignInput.optional(),
  except: ExceptInput.optional(),
  dryRun: z.boolean().default(false),
})
export type FindingChange = z.infer<typeof FindingChange>

/** `findings` is how many the selection holds, `changed` how many of them were not so already. */
export const FindingChanged = z.object({ findings: z.int(), changed: z.int() })
export type FindingChanged = z.infer<typeof FindingChanged>

const StageChange = z.object({ capability: CapabilityId, from: Stage.nullable(), to: Stage.nullable() })
const LayerChange = z.object({ layer: z.string(), from: z.number().nullable(), to: z.number().nullable() })

/** What the checks would support if something were fixed, where that differs from what they support now. */
export const FixEffect = z.object({
  /** How many findings would be fixed. */
  findings: z.int(),
  capabilities: z.array(StageChange),
  layers: z.array(LayerChange),
})
export type FixEffect = z.infer<typeof FixEffect>

/** A finding's part in the posture; null where no run has been evaluated or the check feeds no stage. */
export const FindingEffect = z.object({
  /** If this one were fixed. */
  one: FixEffect,
  /** If every finding of its check were. */
  check: FixEffect,
})
export type FindingEffect = z.infer<typeof FindingEffect>

/** Members who can be given findings, by name. */
export const FindingOwners = z.object({ owners: z.array(z.object({ id: z.uuid(), name: z.string() })) })
export type FindingOwners = z.infer<typeof FindingOwners>
