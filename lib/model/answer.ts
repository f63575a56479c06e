import { z } from 'zod'
import { Evidence } from './evidence'
import { Instant } from './instant'
import { CapabilityId } from './layer'
import { Stage } from './stage'

export const AnswerInput = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('assessed'),
    stage: Stage,
    targetStage: Stage.nullable(),
    rationale: z.string().trim().max(5000),
  }),
  z.object({
    status: z.literal('not_applicable'),
    /** Why the capability does not apply; a claim without a reason is refused. */
    rationale: z.string().trim().min(3, 'say why it does not apply').max(5000),
  }),
])
export type AnswerInput = z.infer<typeof AnswerInput>

/** One capability's answer in one assessment. `stage` is null unless `status` is `assessed`. */
export const Answer = z.object({
  capability: CapabilityId,
  status: z.enum(['assessed', 'not_applicable']),
  stage: Stage.nullable(),
  targetStage: Stage.nullable(),
  rationale: z.string(),
  evidence: z.array(Evidence),
  updatedAt: Instant,
})
export type Answer = z.infer<typeof Answer>
