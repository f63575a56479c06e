import { z } from 'zod'

/** A file to be applied at the source so that it may be read. */
export const SetupFile = z.object({
  id: z.string(),
  label: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  text: z.string(),
})
export type SetupFile = z.infer<typeof SetupFile>

/** What has to be done at a source, in order, and the ways to do it; without files nothing has to. */
export const ConnectionSetup = z.object({
  steps: z.array(z.string()),
  files: z.array(SetupFile),
  /** What is still to be filled in by hand, such as whom a role has to trust; null when nothing is. */
  missing: z.string().nullable(),
})
export type ConnectionSetup = z.infer<typeof ConnectionSetup>
