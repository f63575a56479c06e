import { z } from 'zod'
import { Day, Instant } from './instant'
import { LAYERS, LayerId } from './layer'
import { Slug } from './slug'

/** When one layer's rollout began and went live; null when it has not. */
export const LayerRollout = z
  .object({ layer: LayerId, beganOn: Day.nullable(), liveOn: Day.nullable() })
  .refine((r) => r.liveOn === null || r.beganOn !== null, {
    path: ['beganOn'],
    message: 'a live layer needs the day it began',
  })
  .refine((r) => r.liveOn === null || r.beganOn === null || r.beganOn <= r.liveOn, {
    path: ['liveOn'],
    message: 'cannot go live before it began',
  })
export type LayerRollout = z.infer<typeof LayerRollout>

export const DeploymentInput = z.object({
  slug: Slug,
  name: z.string().trim().min(1).max(120),
  /** Where the rollout happens, for example `AWS + EKS`. */
  environment: z.string().trim().max(200),
  /** One row per layer, in framework order. */
  rollouts: z
    .array(LayerRollout)
    .length(LAYERS.length)
    .refine(
      (rows) => LAYERS.every((layer, i) => rows[i]?.layer === layer),
      `name every layer once, in the order ${LAYERS.join(', ')}`,
    ),
})
export type DeploymentInput = z.infer<typeof DeploymentInput>

/** One rollout of the framework in an environment. Its dates drive every before/after view. */
export const Deployment = DeploymentInput.extend({ id: z.uuid(), createdAt: Instant })
export type Deployment = z.infer<typeof Deployment>
