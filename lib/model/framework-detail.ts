import { z } from 'zod'
import { CustomFrameworkFacts } from './custom-framework'
import { RequirementFramework } from './requirement'

/** A framework as it is looked at: what it demands, and of an organization's own what its document says of each. */
export const FrameworkDetail = z.object({
  framework: RequirementFramework,
  /** null for a framework that comes with the product. */
  own: CustomFrameworkFacts.nullable(),
  texts: z.array(z.object({ requirement: z.string(), parent: z.string().nullable(), text: z.string().nullable() })),
})
export type FrameworkDetail = z.infer<typeof FrameworkDetail>
