import { z } from 'zod'
import { Instant } from './instant'
import { CapabilityId, LayerId } from './layer'
import { Stage } from './stage'
import { Verdict } from './verdict'

const Share = z.number().min(0).max(1)

/** One clause of a stage, and what the check that bears on it found over all accounts and connections. */
export const PostureCriterion = z.object({
  checkId: z.string(),
  /** The share the stage needs. */
  atLeast: Share,
  verdict: Verdict,
  numerator: z.int(),
  denominator: z.int(),
  /** Numerator over denominator; null when nothing was decided. */
  share: Share.nullable(),
  /** `silent`: the check does not apply here, or no connection could run it. */
  state: z.enum(['met', 'contradicted', 'open', 'silent']),
})
export type PostureCriterion = z.infer<typeof PostureCriterion>

export const PostureStage = z.object({
  stage: Stage,
  /** Contradicted when any criterion is, else open when any is, else met; silent without criteria that speak. */
  state: z.enum(['met', 'contradicted', 'open', 'silent']),
  criteria: z.array(PostureCriterion),
})
export type PostureStage = z.infer<typeof PostureStage>

export const CapabilityPosture = z.object({
  capability: CapabilityId,
  weight: z.int(),
  /** The highest stage the checks show, null when they show none. */
  supported: Stage.nullable(),
  /** The highest stage they do not contradict; null when nothing is contradicted. What caps an assessed stage. */
  ceiling: Stage.nullable(),
  /** Share of the criteria that were decided; 0 when no check speaks to the capability. */
  coverage: Share,
  stages: z.array(PostureStage),
})
export type CapabilityPosture = z.infer<typeof CapabilityPosture>

export const LayerPosture = z.object({
  layer: LayerId,
  /** null is "not established": less than half the weight is supported by checks. */
  stage: Stage.nullable(),
  /** 0 to 100 over what the checks support; null when they support nothing. */
  score: z.number().min(0).max(100).nullable(),
  /** Share of the layer's weight that checks support. */
  coverage: Share,
  /** Coverage, less what of its criteria could not be read. */
  confidence: Share,
  weakest: CapabilityId.nullable(),
  capabilities: z.array(CapabilityPosture),
})
export type LayerPosture = z.infer<typeof LayerPosture>

/** What the checks alone support, with the versions that make it reproducible. */
export const Posture = z.object({
  formula: z.string(),
  framework: z.string(),
  at: Instant,
  score: z.number().min(0).max(100).nullable(),
  stage: Stage.nullable(),
  coverage: Share,
  confidence: Share,
  weakestLayer: LayerId.nullable(),
  layers: z.array(LayerPosture),
})
export type Posture = z.infer<typeof Posture>
