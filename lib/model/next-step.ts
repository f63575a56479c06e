import { z } from 'zod'
import { CapabilityId } from './layer'
import { Stage } from './stage'

/** One capability raised by a stage, and its layer's score before and after with the earlier steps already taken. */
export const NextStep = z.object({
  capability: CapabilityId,
  from: Stage.nullable(),
  to: Stage,
  scoreBefore: z.number().nullable(),
  scoreAfter: z.number(),
})
export type NextStep = z.infer<typeof NextStep>
