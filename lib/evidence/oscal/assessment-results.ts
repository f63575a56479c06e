import type { Instant } from '@/lib/model/instant'
import { planResource } from './assessment-plan'
import { BackMatter } from './back-matter'
import { catalogResource } from './catalog-resource'
import { metadataOf, type OscalOrganization } from './metadata'
import type { OscalObject } from './oscal-object'
import { later, OpenObject } from './oscal-stream'
import { prose } from './oscal-text'

type Facts = {
  /** Of what; the plan of the same key is what the results import. */
  key: readonly string[]
  title: string
  organization: OscalOrganization
  lastModified: Instant
  planSha256: string
  catalogSha256: string
  /** One after the other; each adds to the resources what it points at. At least one. */
  results: (resources: BackMatter) => AsyncIterable<OscalObject | OpenObject>
}

/** Results as one document that imports its plan by a resource with the plan's digest. */
export function assessmentResults(facts: Facts): OpenObject {
  const resources = new BackMatter()
  const plan = planResource(facts, facts.planSha256)
  const href = resources.add(plan)
  const catalog = resources.add(catalogResource(facts.catalogSha256))
  return new OpenObject({
    metadata: metadataOf({
      title: `Assessment results: ${facts.title}`,
      lastModified: facts.lastModified,
      version: facts.lastModified,
      organization: facts.organization,
      rests: [catalog],
    }),
    'import-ap': { href, remarks: prose(plan.description) },
    results: onePerPage(facts.results(resources)),
    'back-matter': new OpenObject({ resources: later(() => resources.list()) }),
  })
}

async function* onePerPage(items: AsyncIterable<OscalObject | OpenObject>) {
  for await (const item of items) yield [item]
}
