import { z } from 'zod'
import { Slug } from './slug'

/** A deployment as a list or a heading names it. */
export const DeploymentRef = z.object({ id: z.uuid(), slug: Slug, name: z.string() })
export type DeploymentRef = z.infer<typeof DeploymentRef>
