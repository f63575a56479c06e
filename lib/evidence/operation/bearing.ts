import type { Requirement } from '@/lib/model/requirement'
import type { BearingCheck } from './operation-facts'

/** A requirement with the capabilities that speak to it and the checks that bear on those. */
export type Bearing = {
  requirement: string
  capabilities: readonly string[]
  checks: readonly string[]
  /** The capabilities each check bears on, of those of this requirement. */
  capabilitiesOf: ReadonlyMap<string, readonly string[]>
}

/** A check bears on the capabilities it names, but for those it fits only loosely. Checks keep the catalogue's order. */
export function bearingOf({ id, capabilities }: Requirement, checks: readonly BearingCheck[]): Bearing {
  const ids = capabilities.map((one) => one.id)
  const capabilitiesOf = new Map<string, readonly string[]>()
  for (const check of checks) {
    const borne = ids.filter((one) => check.capabilities.includes(one) && !check.weak.includes(one))
    if (borne.length > 0) capabilitiesOf.set(check.id, borne)
  }
  return { requirement: id, capabilities: ids, checks: [...capabilitiesOf.keys()], capabilitiesOf }
}
