import type { Coverage, Gap, UnitScope } from '@/lib/model/coverage'

export type { Gap }
export type SnapshotUnit = UnitScope & { coverage: readonly Coverage[] }

const NOT_COLLECTED = 'nothing was recorded of it'

/**
 * Where the named operations were not read in full. Errors of single items are not gaps of the population: the items
 * themselves say what is unread. One operation without any record, in no unit, is one gap without a region.
 */
export function gapsOf(units: readonly SnapshotUnit[], operations: readonly string[]): Gap[] {
  return operations.flatMap((operation): Gap[] => {
    const records = units.flatMap(({ region, coverage }) =>
      coverage.filter((one) => one.operation === operation).map((one) => ({ region, error: one.error })),
    )
    if (records.length === 0) return [{ cause: 'not_collected', operation, region: null, detail: NOT_COLLECTED }]
    return records.flatMap(({ region, error }) =>
      error && error.items === undefined
        ? [{ cause: error.cause, operation, region, detail: `${error.code}: ${error.message}` }]
        : [],
    )
  })
}
