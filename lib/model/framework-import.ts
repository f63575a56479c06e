import { z } from 'zod'
import { CustomSource } from './custom-framework'
import { Slug } from './slug'

export const FRAMEWORK_FILE_LIMIT = 32 * 1024 * 1024

export const FrameworkImportOptions = z.object({
  /** What the framework is called in addresses; absent takes it from the title. One of that name is replaced. */
  slug: Slug.optional(),
  fileName: z.string().max(255).default('framework.json'),
  dryRun: z.boolean().default(false),
})
export type FrameworkImportOptions = z.infer<typeof FrameworkImportOptions>

/** What an import of a framework did, or would do when `dryRun` is set. */
export const FrameworkImportReport = z.object({
  dryRun: z.boolean(),
  /** `custom:` and the slug. */
  framework: z.string(),
  slug: z.string(),
  name: z.string(),
  version: z.string(),
  source: CustomSource,
  sha256: z.string(),
  requirements: z.int(),
  /** How many of them a capability speaks to now: as kept from before, or first mapped by the product. */
  mapped: z.int(),
  /** Controls the document says are no longer in force; they are left out. */
  withdrawn: z.int(),
  /** What a profile asks for and is not done. */
  ignored: z.object({ parameters: z.int(), alterations: z.int(), merge: z.boolean() }),
  /** The version it took the place of; null for a new framework. */
  replaced: z.string().nullable(),
  /** Requirements that are new, and those of the version before that are gone, with the mapping they had. */
  added: z.int(),
  dropped: z.array(z.object({ id: z.string(), capabilities: z.array(z.string()) })),
})
export type FrameworkImportReport = z.infer<typeof FrameworkImportReport>
