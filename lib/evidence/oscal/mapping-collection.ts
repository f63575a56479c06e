import { crosswalkCaveat, crosswalkOf } from '@/lib/framework/crosswalk'
import { FRAMEWORK_VERSION } from '@/lib/framework/framework'
import { provenance } from '@/lib/framework/provenance'
import { MAPPING_NOTE } from '@/lib/framework/standards'
import { derivedId } from '@/lib/kernel/id'
import type { Instant } from '@/lib/model/instant'
import type { Requirement, RequirementFramework } from '@/lib/model/requirement'
import { type OscalResource, resourceHref, resourceOf } from './back-matter'
import { catalogResource } from './catalog-resource'
import { controlToken } from './control-token'
import { metadataOf, type OscalOrganization } from './metadata'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose, remarks } from './oscal-text'
import { ownControl } from './own-control'
import { requirementTokens } from './requirement-catalog'

type Facts = {
  frameworks: readonly RequirementFramework[]
  catalogSha256: string
  lastModified: Instant
  /** Whose own frameworks are among them; absent when all come with the product. */
  organization?: OscalOrganization
}

const DESCRIPTION = `${MAPPING_NOTE} Meeting a capability does not meet a requirement it intersects with. ${provenance.relationshipNote} ${provenance.licensingNote}`

/**
 * The crosswalk from our catalog to each framework. Every edge intersects and says no more, since none was reviewed for
 * equality or containment; how far it can be relied upon is its `corroboration`. Null when no edge leads to any of them.
 */
export function mappingCollection({
  frameworks,
  catalogSha256,
  lastModified,
  organization,
}: Facts): OscalObject | null {
  const catalog = catalogResource(catalogSha256)
  const mapped = frameworks.flatMap((one) => mappingOf(one, resourceHref(catalog.key)) ?? [])
  if (mapped.length === 0) return null
  return {
    metadata: metadataOf({
      title: 'Proofline crosswalk',
      lastModified,
      version: FRAMEWORK_VERSION,
      organization,
    }),
    provenance: {
      method: 'hybrid',
      'matching-rationale': 'semantic',
      status: 'draft',
      'mapping-description': prose(DESCRIPTION),
    },
    mappings: mapped,
    'back-matter': { resources: [catalog, ...frameworks.map(resource)].map(resourceOf) },
  }
}

const resource = ({ id, name, version }: RequirementFramework): OscalResource => ({
  key: ['framework', id],
  title: name,
  description: `${name}, version ${version}. Its own text is its publisher's; here are ids alone.`,
  href: null,
  mediaType: null,
  sha256: null,
})

function mappingOf(framework: RequirementFramework, source: string): OscalObject | null {
  const tokens = requirementTokens(framework)
  const maps = framework.requirements.flatMap((requirement) =>
    requirement.capabilities.map((edge) =>
      mapOf(framework.id, requirement, edge, tokens.get(requirement.id) ?? controlToken(requirement.id)),
    ),
  )
  if (maps.length === 0) return null
  return {
    uuid: derivedId('oscal-mapping', framework.id),
    'source-resource': { type: 'catalog', href: source },
    'target-resource': { type: 'catalog', href: resourceHref(['framework', framework.id]) },
    maps,
  }
}

type Edge = Requirement['capabilities'][number]

function mapOf(framework: string, { id, title }: Requirement, edge: Edge, token: string): OscalObject {
  const known = crosswalkOf(edge.id).find((one) => one.standard === framework && one.id === id)
  return present({
    uuid: derivedId('oscal-map', framework, id, edge.id),
    relationship: 'intersects-with',
    sources: [{ type: 'control', 'id-ref': ownControl(edge.id) }],
    targets: [present({ type: 'control', 'id-ref': token, remarks: title === null ? undefined : line(title) })],
    props: props({
      requirement: id,
      corroboration: edge.label,
      'corroborated-by': known?.corroboratedBy.join(' '),
      'reviewed-by': known?.review?.by,
      'reviewed-on': known?.review?.on,
    }),
    remarks: known ? remarks(crosswalkCaveat(edge.id)) : undefined,
  })
}
