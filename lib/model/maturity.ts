import { z } from 'zod'
import { Day } from './instant'
import { CapabilityId, LayerId } from './layer'
import { Stage } from './stage'

/** A share from 0 to 1. */
const Share = z.number().min(0).max(1)
/** A score from 0 to 100; null when nothing was assessed. */
const Score = z.number().min(0).max(100).nullable()

export const CapabilityMaturity = z.object({
  capability: CapabilityId,
  weight: z.int(),
  status: z.enum(['assessed', 'not_applicable', 'not_assessed']),
  /** What the assessor said; null unless assessed. */
  assessed: Stage.nullable(),
  /** The highest stage that no check contradicts; null when none contradicts any. */
  supported: Stage.nullable(),
  /** The stage that counts. */
  effective: Stage.nullable(),
  target: Stage.nullable(),
  /** Which rule gave the effective stage. */
  rule: z.enum(['assessed', 'capped-by-checks', 'override', 'not-applicable', 'not-assessed']),
  /** Whether the answer carries evidence that was in date on the assessment's day. */
  evidenced: z.boolean(),
})
export type CapabilityMaturity = z.infer<typeof CapabilityMaturity>

export const LayerMaturity = z.object({
  layer: LayerId,
  score: Score,
  /** null is "not established": less than half the applicable weight is assessed. */
  stage: Stage.nullable(),
  coverage: Share,
  confidence: Share,
  /** The assessed capability with the lowest stage (heaviest weight first); null when nothing is assessed. */
  weakest: CapabilityId.nullable(),
  capabilities: z.array(CapabilityMaturity),
})
export type LayerMaturity = z.infer<typeof LayerMaturity>

/** What one assessment says, with the versions that make it reproducible. */
export const Maturity = z.object({
  formula: z.string(),
  framework: z.string(),
  asOf: Day,
  score: Score,
  /** The lowest layer's stage; null when any layer is not established. */
  stage: Stage.nullable(),
  coverage: Share,
  confidence: Share,
  weakestLayer: LayerId.nullable(),
  layers: z.array(LayerMaturity),
})
export type Maturity = z.infer<typeof Maturity>
