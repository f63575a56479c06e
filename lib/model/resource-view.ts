import { z } from 'zod'
import { Finding } from './finding'
import { Instant } from './instant'
import { SHA256 } from './snapshot'

/** One resource with what was found of it, and its facts by the newest snapshots. */
export const ResourceView = z.object({
  resource: Finding.shape.resource,
  /** Open ones first, heaviest first. */
  findings: z.array(Finding),
  /** Empty when no snapshot holds it: another scanner reported it, or what it is missing is no resource. */
  facts: z.array(
    z.object({
      connectionName: z.string(),
      sha256: SHA256,
      readAt: Instant,
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type ResourceView = z.infer<typeof ResourceView>
