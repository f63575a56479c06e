import { z } from 'zod'

/** The name of an organization or deployment in a URL. */
export const Slug = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
export type Slug = z.infer<typeof Slug>
