import { z } from 'zod'
import { Instant } from './instant'
import { Slug } from './slug'

export const SECTORS = ['financial', 'healthcare', 'technology', 'government', 'other'] as const
export const Sector = z.enum(SECTORS)
export type Sector = z.infer<typeof Sector>

export const CLOUDS = ['aws', 'azure', 'gcp', 'on-premises'] as const
export const Cloud = z.enum(CLOUDS)
export type Cloud = z.infer<typeof Cloud>

/** First parts of our own addresses: an organization of that name could not be reached. */
const OUR_OWN: ReadonlySet<string> = new Set(['account', 'api', 'organizations', 'portfolio', 'sign-in', 'verify'])

/** What a person may say about an organization. */
export const OrganizationInput = z.object({
  slug: Slug.refine((slug) => !OUR_OWN.has(slug), 'is an address of Proofline’s own'),
  name: z.string().trim().min(1).max(120),
  sector: Sector,
  /** People employed; null when not known. */
  headcount: z.int().min(1).max(10_000_000).nullable(),
  clouds: z.array(Cloud).max(CLOUDS.length),
})
export type OrganizationInput = z.infer<typeof OrganizationInput>

/** The tenant. `synthetic` marks generated demo data and can never be set from outside. */
export const Organization = OrganizationInput.extend({
  id: z.uuid(),
  synthetic: z.boolean(),
  createdAt: Instant,
})
export type Organization = z.infer<typeof Organization>
