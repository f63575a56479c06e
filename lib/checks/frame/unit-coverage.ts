import type { Coverage, Gap, UnitScope } from '@/lib/model/coverage'

export type { Gap }
export type SnapshotUnit = UnitScope & { coverage: readonly Coverage[] }

const notCollected = (operation: string, region: string | null): Gap => ({
  cause: 'not_collected',
  operation,
  region,
  detail: 'nothing was recorded of it',
})

const gapOf = ({ operation, error }: Coverage, region: string | null): Gap[] =>
  error ? [{ cause: error.cause, operation, region, detail: `${error.code}: ${error.message}` }] : []

/**
 * Where the named operations, which list a population, were not read in full. Errors of single items are not gaps of the
 * population: the items themselves say what is unread. One operation without any record, in no unit, is one gap without a
 * region; a unit without a record of what others of its service recorded was not read.
 */
export function gapsOf(units: readonly SnapshotUnit[], operations: readonly string[]): Gap[] {
  return operations.flatMap((operation): Gap[] => {
    const ofIt = ({ coverage }: SnapshotUnit) => coverage.filter((one) => one.operation === operation)
    const services = new Set(units.filter((unit) => ofIt(unit).length > 0).map(({ service }) => service))
    if (services.size === 0) return [notCollected(operation, null)]
    return units
      .filter(({ service }) => services.has(service))
      .flatMap((unit) => {
        const records = ofIt(unit)
        if (records.length === 0) return [notCollected(operation, unit.region)]
        return records.flatMap((one) => (one.error?.items === undefined ? gapOf(one, unit.region) : []))
      })
  })
}

/**
 * Errors of operations that are only asked where there is something to ask about, those of single items among them: for
 * facts that cannot say themselves that they are unread. Without a record there was nothing to ask.
 */
export const failuresOf = (units: readonly SnapshotUnit[], operations: readonly string[]): Gap[] =>
  units.flatMap(({ region, coverage }) =>
    coverage.filter(({ operation }) => operations.includes(operation)).flatMap((one) => gapOf(one, region)),
  )
