import { z } from 'zod'
import { DeploymentRef } from './deployment-ref'
import { LayerMaturity, Maturity } from './maturity'
import { ApprovedAssessment } from './maturity-at'

/** A layer's result without its capabilities. */
export const LayerStanding = LayerMaturity.omit({ capabilities: true })
export type LayerStanding = z.infer<typeof LayerStanding>

export const MaturityPoint = Maturity.omit({ layers: true }).extend({
  assessment: ApprovedAssessment,
  layers: z.array(LayerStanding),
})
export type MaturityPoint = z.infer<typeof MaturityPoint>

/** Every approved assessment of a deployment, oldest first. */
export const MaturityHistory = z.object({ deployment: DeploymentRef.nullable(), points: z.array(MaturityPoint) })
export type MaturityHistory = z.infer<typeof MaturityHistory>
