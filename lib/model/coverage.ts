import { z } from 'zod'
import { UnknownCause } from './resource'

/** One account, region and service: the unit of work. `region` is null for what has none. */
export const UnitScope = z.object({ account: z.string(), region: z.string().nullable(), service: z.string() })
export type UnitScope = z.infer<typeof UnitScope>

/** What became of one operation in one unit. Without an error every page of it was read. */
export const Coverage = z.object({
  /** As the source spells it, with the service before it: `s3:ListBuckets`, `list networking.k8s.io/networkpolicies`. */
  operation: z.string(),
  pages: z.int(),
  /** Items read; those whose call failed are not among them. */
  items: z.int(),
  error: z
    .object({
      cause: UnknownCause,
      /** The source's own code, such as AccessDenied. */
      code: z.string(),
      /** One line without secrets. */
      message: z.string(),
      /** Of how many items; absent when the whole operation failed. */
      items: z.int().optional(),
    })
    .nullable(),
})
export type Coverage = z.infer<typeof Coverage>

/** An operation that did not answer in full, where and why. */
export const Gap = z.object({
  cause: UnknownCause,
  operation: z.string(),
  region: z.string().nullable(),
  detail: z.string(),
})
export type Gap = z.infer<typeof Gap>
