import { z } from 'zod'
import { DeploymentRef } from './deployment-ref'
import { LayerPosture, Posture } from './posture'

/** What the checks support now, of a deployment or, without one, of the organization; null before the first run. */
export const PostureReport = z.object({
  deployment: DeploymentRef.nullable(),
  deployments: z.array(DeploymentRef),
  posture: Posture.nullable(),
})
export type PostureReport = z.infer<typeof PostureReport>

/** A posture of the past without its capabilities. */
export const PosturePoint = Posture.omit({ layers: true }).extend({
  runId: z.uuid(),
  connectionName: z.string(),
  layers: z.array(LayerPosture.omit({ capabilities: true })),
})
export type PosturePoint = z.infer<typeof PosturePoint>

/** Newest first. */
export const PostureHistory = z.object({ deployment: DeploymentRef.nullable(), points: z.array(PosturePoint) })
export type PostureHistory = z.infer<typeof PostureHistory>
