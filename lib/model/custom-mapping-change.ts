import { z } from 'zod'
import { CapabilityId } from './layer'

/** To which capabilities one requirement speaks from now on; none says that it speaks to nothing the product measures. */
export const CustomMappingChange = z.object({
  requirement: z.string().min(1).max(200),
  capabilities: z.array(CapabilityId).max(70),
})
export type CustomMappingChange = z.infer<typeof CustomMappingChange>
