import { z } from 'zod'

const CUSTOM = 'custom:'

/** A framework to be audited against: `proofline`, the id of a standard, or `custom:` and the slug of an own one. */
export const FrameworkId = z
  .string()
  .max(80)
  .regex(/^(?:[a-z0-9_]+|custom:[a-z0-9]+(?:-[a-z0-9]+)*)$/, 'is not the id of a framework')
export type FrameworkId = z.infer<typeof FrameworkId>

export const customFrameworkId = (slug: string): FrameworkId => `${CUSTOM}${slug}`
/** The slug of an organization's own framework; null for those that come with the product. */
export const customSlugOf = (id: FrameworkId): string | null => (id.startsWith(CUSTOM) ? id.slice(CUSTOM.length) : null)

/** One line of a framework, and the capabilities that speak to it. */
export const Requirement = z.object({
  /** As its standard writes it. */
  id: z.string(),
  /** null where the licence allows ids only, or where the id is the title. */
  title: z.string().nullable(),
  /** The group it stands in. */
  group: z.string(),
  capabilities: z.array(
    z.object({
      id: z.string(),
      /** How far the edge can be relied upon; `own` where an organization or its catalog says so. */
      label: z.enum(['reviewed', 'corroborated', 'judgement', 'own']),
    }),
  ),
})
export type Requirement = z.infer<typeof Requirement>

/** Requirements under the headings of their framework, in its order. */
export const RequirementFramework = z.object({
  id: FrameworkId,
  name: z.string(),
  shortName: z.string(),
  version: z.string(),
  /** `ids-only`: the publisher's licence lets no title be shown, exported or stored. */
  wording: z.enum(['titles', 'ids-only']),
  groups: z.array(z.object({ id: z.string(), title: z.string().nullable() })),
  requirements: z.array(Requirement),
})
export type RequirementFramework = z.infer<typeof RequirementFramework>
