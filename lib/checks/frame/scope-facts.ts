import type { AnyResource, ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import type { Instant } from '@/lib/model/instant'
import type { Gap, SnapshotUnit } from './unit-coverage'
import { failuresOf, gapsOf } from './unit-coverage'

/** What is known of one account, cluster or workspace: what a check is given, and all it is given. */
export type ScopeFacts = {
  account: string
  /** Regions of the units that were planned, null standing for none. */
  regions: readonly (string | null)[]
  /** Every resource of a type, in the snapshot's order. */
  of<Type extends ResourceType>(type: Type): readonly ResourceOf<Type>[]
  /** What of these operations was not read in full. An operation of which nothing is recorded was not collected. */
  gaps(operations: readonly string[]): readonly Gap[]
  /** Errors of operations that are only asked where there is something to ask about. */
  failures(operations: readonly string[]): readonly Gap[]
}

export type CheckContext = {
  /** What ages are measured against. */
  now: Instant
  /** The share at which a ratio check passes, 0 to 1, where the organization set one. */
  threshold?: number
}

/** Sorts a snapshot's resources of one account by type, once for all checks. */
export function scopeFacts(
  account: string,
  units: readonly SnapshotUnit[],
  resources: Iterable<AnyResource>,
): ScopeFacts {
  const byType = new Map<string, AnyResource[]>()
  for (const resource of resources) {
    const known = byType.get(resource.type)
    if (known) known.push(resource)
    else byType.set(resource.type, [resource])
  }
  return {
    account,
    regions: [...new Set(units.map((unit) => unit.region))],
    of: <Type extends ResourceType>(type: Type) => (byType.get(type) ?? []) as unknown as readonly ResourceOf<Type>[],
    gaps: (operations) => gapsOf(units, operations),
    failures: (operations) => failuresOf(units, operations),
  }
}
