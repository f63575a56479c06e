import { isCapability } from './capabilities'
import { crosswalkOf } from './crosswalk'
import { standards } from './standards'

/** Requirements by standard, each once, in the standards' order. */
export type RequirementsTouched = { standard: string; ids: string[] }[]

/** What the requirements of eight standards that these capabilities touch are; a capability that is none touches nothing. */
export function requirementsTouched(capabilities: readonly string[]): RequirementsTouched {
  const edges = capabilities.filter(isCapability).flatMap((id) => crosswalkOf(id))
  return standards.flatMap(({ id, shortName }) => {
    const ids = [...new Set(edges.filter((edge) => edge.standard === id).map((edge) => edge.id))]
    return ids.length === 0 ? [] : [{ standard: shortName, ids }]
  })
}
