import { z } from 'zod'
import { Day } from './instant'
import { CapabilityId, LayerId } from './layer'
import { Stage } from './stage'

const Standing = z.object({ score: z.number().nullable(), stage: Stage.nullable() })

/** Points of score and steps of stage; null when either side has none, or the two must not be compared. */
export const MaturityChange = z.object({
  before: Standing,
  after: Standing,
  scoreChange: z.number().nullable(),
  stageChange: z.int().nullable(),
})
export type MaturityChange = z.infer<typeof MaturityChange>

const Position = z.object({
  status: z.enum(['assessed', 'not_applicable', 'not_assessed']),
  effective: Stage.nullable(),
})

/** What changed between two results of one deployment. `refusal` says why they cannot be compared; null when they can. */
export const MaturityComparison = z.object({
  refusal: z.string().nullable(),
  from: Day,
  to: Day,
  overall: MaturityChange,
  layers: z.array(MaturityChange.extend({ layer: LayerId })),
  /** Only capabilities whose status or effective stage differs. */
  capabilities: z.array(
    z.object({
      capability: CapabilityId,
      layer: LayerId,
      before: Position,
      after: Position,
      stageChange: z.int().nullable(),
    }),
  ),
})
export type MaturityComparison = z.infer<typeof MaturityComparison>
