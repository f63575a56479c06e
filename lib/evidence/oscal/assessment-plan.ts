import { CHECKS } from '@/lib/checks/registry'
import { capabilities } from '@/lib/framework/capabilities'
import { derivedId } from '@/lib/kernel/id'
import type { CheckFacts } from '@/lib/model/check'
import type { Instant } from '@/lib/model/instant'
import { OSCAL_JSON, type OscalResource, resourceHref, resourceOf } from './back-matter'
import { catalogResource } from './catalog-resource'
import { metadataOf, type OscalOrganization } from './metadata'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { selected } from './own-control'
import { reviewedControls } from './reviewed-controls'

/** What is planned to be looked at, how, and of what. */
export type PlanFacts = {
  /** What the results are of: an assessment, a run or a scope; its plan is derived from it. */
  key: readonly string[]
  title: string
  organization: OscalOrganization
  lastModified: Instant
  /** null is all of them. */
  capabilities: ReadonlySet<string> | null
  /** What is assessed, in words. */
  subject: string
  catalogSha256: string
}

const NO_SSP: OscalResource = {
  key: ['no-ssp'],
  title: 'There is no system security plan',
  description:
    'Proofline assesses deployments and connections; it keeps no system security plan that could be imported.',
  href: null,
  mediaType: null,
  sha256: null,
}

/** The plan that results of the same key point at. */
export const planResource = ({ key, title }: Pick<PlanFacts, 'key' | 'title'>, sha256: string): OscalResource => ({
  key: ['assessment-plan', ...key],
  title: `Assessment plan: ${title}`,
  description: 'Made of the same facts: export it beside these results with the model assessment-plan.',
  href: 'assessment-plan.json',
  mediaType: OSCAL_JSON,
  sha256,
})

/** An assessment plan: the questions that are answered with evidence, and the checks that are run, of these capabilities. */
export function assessmentPlan(facts: PlanFacts): OscalObject {
  const { title, organization, lastModified, subject, catalogSha256 } = facts
  const reviewed = capabilities.filter(({ id }) => facts.capabilities === null || facts.capabilities.has(id))
  const ids = new Set(reviewed.map(({ id }) => id))
  const checks = CHECKS.filter((check) => check.capabilities.some((id) => ids.has(id)))
  const catalog = catalogResource(catalogSha256)
  return {
    metadata: metadataOf({
      title: `Assessment plan: ${title}`,
      lastModified,
      version: lastModified,
      organization,
      rests: [resourceHref(catalog.key)],
    }),
    'import-ssp': { href: resourceHref(NO_SSP.key), remarks: prose(NO_SSP.title) },
    'local-definitions': { activities: [questionnaire(ids), ...checks.map((check) => activityOf(check, ids))] },
    'reviewed-controls': reviewedControls(ids),
    'assessment-subjects': [{ type: 'component', description: prose(subject), 'include-all': {} }],
    'back-matter': { resources: [NO_SSP, catalog].map(resourceOf) },
  }
}

const questionnaire = (capabilities: ReadonlySet<string>): OscalObject => ({
  uuid: derivedId('oscal-activity', 'questionnaire', ...capabilities),
  title: 'Answer every capability with its stage, its target and evidence',
  description:
    'An assessor states the stage that holds and attaches evidence; somebody else approves. A capability without an answer is not assessed, never satisfied.',
  props: props({ method: 'EXAMINE' }),
  'related-controls': reviewedControls(capabilities),
})

const activityOf = (check: CheckFacts, capabilities: ReadonlySet<string>): OscalObject =>
  present({
    uuid: derivedId('oscal-activity', check.id),
    title: line(`Check ${check.id}`),
    description: prose(check.asserts),
    props: props({ method: 'TEST', 'rule-id': check.id, provider: check.provider }),
    'related-controls': {
      'control-selections': [{ 'include-controls': selected(check.capabilities.filter((id) => capabilities.has(id))) }],
    },
  })
