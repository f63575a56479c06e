import { z } from 'zod'
import { Organization } from './organization'

/** One line of the list of organizations. */
export const OrganizationSummary = Organization.pick({
  slug: true,
  name: true,
  sector: true,
  headcount: true,
  synthetic: true,
}).extend({ deployments: z.int() })
export type OrganizationSummary = z.infer<typeof OrganizationSummary>
