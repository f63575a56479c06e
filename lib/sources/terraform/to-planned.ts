import { z } from 'zod'
import { instanceOf, type PlannedResource } from './planned-facts'

const Tree = z.union([z.record(z.string(), z.unknown()), z.boolean(), z.null()]).default(false)

/** What is held of one entry of `resource_changes`. */
const Change = z.object({
  address: z.string().min(1).max(4000),
  module_address: z.string().max(4000).nullish(),
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  deposed: z.string().nullish(),
  change: z.object({
    actions: z.array(z.string()).min(1),
    after: z.union([z.record(z.string(), z.unknown()), z.null()]).default(null),
    after_unknown: Tree,
    after_sensitive: Tree,
    before_sensitive: Tree,
  }),
})

/** Actions after which the resource is not among what the code manages. `forget` leaves it behind, unmanaged. */
const GONE: ReadonlySet<string> = new Set(['delete', 'forget'])

/**
 * The resource as the plan leaves it; `leaves` for what it deletes or forgets, for old copies that are cleaned up, and for
 * data sources, none of which are resources of the planned state.
 */
export function toPlanned(item: Record<string, unknown>): PlannedResource | 'leaves' | 'malformed' {
  const parsed = Change.safeParse(item)
  if (!parsed.success) return 'malformed'
  const { address, module_address: module, mode, type, name, deposed, change } = parsed.data
  const [first, ...more] = change.actions
  if (mode !== 'managed' || deposed || (more.length === 0 && GONE.has(first ?? ''))) return 'leaves'
  return {
    address,
    instance: instanceOf(address, module ?? null, type, name),
    planned: {
      value: change.after,
      unknown: change.after_unknown,
      sensitive: [change.after_sensitive, change.before_sensitive],
    },
  }
}
