import { capabilities, isCapability } from '@/lib/framework/capabilities'
import { crosswalkOf } from '@/lib/framework/crosswalk'
import type { CustomMapping, CustomRequirement } from '@/lib/model/custom-framework'
import { nistControlId } from './control-of-target'
import type { ControlHints } from './read-catalog'

/** Properties by which a catalog may say which capabilities a control speaks to; our own exports write the first. */
const NAMING: ReadonlySet<string> = new Set(['capabilities', 'capability', 'zt-capability'])

/** What our catalog is called wherever it is named. */
export const OWN_CATALOG = 'zt-framework'

const touching: ReadonlyMap<string, readonly string[]> = touchingNist()

function touchingNist(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id } of capabilities)
    for (const edge of crosswalkOf(id))
      if (edge.standard === 'nist_800_53_r5') found.set(edge.id, [...(found.get(edge.id) ?? []), id])
  return found
}

/** Capabilities that a control of SP 800-53 touches by the crosswalk, from its id in OSCAL (`ac-2.1`). */
const nistCapabilities = (id: string): readonly string[] => {
  const written = nistControlId(id)
  return written === null ? [] : (touching.get(written) ?? [])
}

/**
 * The first mapping of frameworks that came in: what a control says of our capabilities itself, else what the crosswalk
 * says of its id in SP 800-53. All of it is judgement; a control that neither speaks of is left to people.
 */
export function firstMapping(
  requirements: readonly CustomRequirement[],
  hints: ReadonlyMap<string, ControlHints>,
): CustomMapping {
  return requirements.flatMap(({ id }) => {
    const named = namedBy(id, hints.get(id))
    const ids = named.length > 0 ? named : nistCapabilities(id)
    const mapped = ids.map((capability) => ({ id: capability, label: 'judgement' as const }))
    return mapped.length === 0 ? [] : [{ requirement: id, capabilities: mapped }]
  })
}

function namedBy(id: string, hints: ControlHints | undefined): string[] {
  const { links = [], props = [] } = hints ?? {}
  const linked = links.flatMap((href) => (href.includes(OWN_CATALOG) ? [href.slice(href.lastIndexOf('#') + 1)] : []))
  const named = props.flatMap(({ name, value }) => (NAMING.has(name.toLowerCase()) ? value.split(/[\s,;]+/) : []))
  const isOurs = props.some(({ name, value }) => name === 'catalog' && value === OWN_CATALOG)
  const all = [...linked, ...named, ...(isOurs ? [id] : [])]
  return [...new Set(all.map((one) => one.toUpperCase()).filter(isCapability))]
}
