import { z } from 'zod'
import { CustomFrameworkFacts } from './custom-framework'
import { FrameworkId } from './requirement'

/** A framework as one to choose. */
export const FrameworkSummary = z.object({
  id: FrameworkId,
  name: z.string(),
  shortName: z.string(),
  version: z.string(),
  requirements: z.int(),
  /** How many of them at least one capability speaks to. */
  mapped: z.int(),
  /** Where an organization's own came from; null for one that comes with the product. */
  own: CustomFrameworkFacts.nullable(),
})
export type FrameworkSummary = z.infer<typeof FrameworkSummary>

export const FrameworkList = z.object({ frameworks: z.array(FrameworkSummary) })
export type FrameworkList = z.infer<typeof FrameworkList>
