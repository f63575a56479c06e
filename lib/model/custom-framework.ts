import { z } from 'zod'
import { Requirement } from './requirement'
import { Slug } from './slug'

/** Where an organization's own framework may come from. */
export const CustomSource = z.enum(['catalog', 'profile'])
export type CustomSource = z.infer<typeof CustomSource>

/** One control of a catalog, as far as it is used. */
export const CustomRequirement = z.object({
  id: z.string(),
  title: z.string().nullable(),
  /** The group it stands in, its own or that of the control above it; empty where its catalog has none. */
  group: z.string(),
  /** The control above it; null for one that is no part of another. */
  parent: z.string().nullable(),
  /** Its statement with parameters written out; null where it has none. */
  text: z.string().nullable(),
})
export type CustomRequirement = z.infer<typeof CustomRequirement>

/** Headings and requirements in the order of the document. */
export const CustomContent = z.object({
  groups: z.array(z.object({ id: z.string(), title: z.string().nullable() })),
  requirements: z.array(CustomRequirement),
})
export type CustomContent = z.infer<typeof CustomContent>

/** To which capabilities a requirement speaks. A requirement that speaks to none is not among them. */
export const CustomMapping = z.array(
  z.object({ requirement: z.string(), capabilities: Requirement.shape.capabilities }),
)
export type CustomMapping = z.infer<typeof CustomMapping>

/** What is known of an organization's own framework beside its requirements. */
export const CustomFrameworkFacts = z.object({
  id: z.uuid(),
  slug: Slug,
  name: z.string(),
  version: z.string(),
  source: CustomSource,
  /** The document's own uuid. */
  documentId: z.uuid(),
  /** Of the file it came from, which is kept. */
  sha256: z.string(),
  fileName: z.string(),
  importedBy: z.string(),
  importedAt: z.iso.datetime(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
})
export type CustomFrameworkFacts = z.infer<typeof CustomFrameworkFacts>

/** An organization's own framework, whole. */
export const CustomFramework = CustomFrameworkFacts.extend({ content: CustomContent, mapping: CustomMapping })
export type CustomFramework = z.infer<typeof CustomFramework>
