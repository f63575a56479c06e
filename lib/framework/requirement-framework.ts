import type { Requirement, RequirementFramework } from '@/lib/model/requirement'
import { capabilities } from './capabilities'
import { type CrosswalkEdge, crosswalkOf } from './crosswalk'
import { FRAMEWORK_VERSION } from './framework'
import { layers } from './layers'
import { type Standard, type StandardId, standards } from './standards'

/** The product's own framework, as one to be audited against. */
export const OWN_FRAMEWORK = 'proofline'

/** Every framework that comes with the product. */
export const BUILT_IN_FRAMEWORKS: readonly string[] = [OWN_FRAMEWORK, ...standards.map(({ id }) => id)]

/**
 * A framework that comes with the product as requirements under headings; null for an id that is none. Of a standard it
 * holds the requirements that the crosswalk touches and no others: the rest of a standard is not in the product.
 */
export function builtInFramework(id: string): RequirementFramework | null {
  if (id === OWN_FRAMEWORK) return own
  const standard = standards.find((one) => one.id === id)
  return standard ? ofStandard(standard) : null
}

const own: RequirementFramework = {
  id: OWN_FRAMEWORK,
  name: 'Proofline zero-trust framework',
  shortName: 'Proofline',
  version: FRAMEWORK_VERSION,
  wording: 'titles',
  groups: layers.map(({ id, name }) => ({ id, title: name })),
  requirements: capabilities.map(({ id, name, layer }) => ({
    id,
    title: name,
    group: layer,
    capabilities: [{ id, label: 'own' }],
  })),
}

function ofStandard({ id, name, shortName, wording }: Standard): RequirementFramework {
  const found = new Map<string, Requirement>()
  for (const capability of capabilities)
    for (const edge of crosswalkOf(capability.id)) {
      if (edge.standard !== id) continue
      const requirement = found.get(edge.id) ?? empty(id, edge)
      requirement.capabilities.push({ id: capability.id, label: edge.label })
      found.set(edge.id, requirement)
    }
  const requirements = [...found.values()].sort((a, b) => inOrder(a.id, b.id))
  const groups = [...new Set(requirements.map(({ group }) => group))].map((group) => ({ id: group, title: null }))
  return { id, name, shortName, version: FRAMEWORK_VERSION, wording, groups, requirements }
}

const empty = (standard: StandardId, { id, title }: CrosswalkEdge): Requirement => ({
  id,
  title,
  group: GROUP_OF[standard](id),
  capabilities: [],
})

const upTo = (separator: string) => (id: string) => id.split(separator)[0] ?? id

/** The heading a requirement stands under, which in every one of these standards is the first part of its id. */
const GROUP_OF: Readonly<Record<StandardId, (id: string) => string>> = {
  cisa_ztmm_2_0: upTo(' / '),
  nist_800_207_tenets: () => 'Tenets',
  nist_800_53_r5: upTo('-'),
  iso_27001_2022_annex_a: (id) => id.split('.').slice(0, 2).join('.'),
  soc2_tsc_2017_rev2022: upTo('.'),
  pci_dss_4_0: upTo('.'),
  nist_csf_2_0: upTo('-'),
  cis_controls_v8: upTo('.'),
}

/** `AC-2` before `AC-10`, `1.2` before `10.1`. */
const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
