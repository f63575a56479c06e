import { CHECKS } from '@/lib/checks/registry'
import { FRAMEWORK_VERSION } from '@/lib/framework/framework'
import { derivedId } from '@/lib/kernel/id'
import type { CheckFacts } from '@/lib/model/check'
import { STAGES } from '@/lib/model/stage'
import { resourceHref, resourceOf } from './back-matter'
import { FRAMEWORK_MODIFIED } from './catalog'
import { catalogResource } from './catalog-resource'
import { metadataOf } from './metadata'
import type { OscalObject } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { ownControl } from './own-control'

/**
 * Our checks as components of the kind that validates: what each asserts is its rule, and the controls it implements are the
 * capabilities whose stages it bears on. `catalogSha256` is of our catalog as it is written beside.
 */
export function componentDefinition(catalogSha256: string, checks: readonly CheckFacts[] = CHECKS): OscalObject {
  const catalog = catalogResource(catalogSha256)
  const source = resourceHref(catalog.key)
  return {
    metadata: metadataOf({
      title: 'Proofline posture checks',
      lastModified: FRAMEWORK_MODIFIED,
      version: FRAMEWORK_VERSION,
      rests: [source],
    }),
    components: checks.map((check) => componentOf(check, source)),
    'back-matter': { resources: [resourceOf(catalog)] },
  }
}

const componentOf = (check: CheckFacts, source: string): OscalObject => ({
  uuid: derivedId('oscal-component', check.id),
  type: 'validation',
  // The title of a check says what its findings say, which would be wrong of a check.
  title: line(`Check ${check.id}`),
  description: prose(`${check.asserts}\n\n${check.risk}`),
  props: props({
    'rule-id': check.id,
    rule: check.asserts,
    provider: check.provider,
    severity: check.severity,
    kind: check.kind,
    threshold: check.threshold,
    'proven-by': check.provenBy,
  }),
  'control-implementations': [
    {
      uuid: derivedId('oscal-implementation', check.id),
      source,
      description: 'The capabilities whose stages this check bears on. It supports clauses and sets no stage alone.',
      'implemented-requirements': check.capabilities.map((capability) => requirementOf(check, capability)),
    },
  ],
})

function requirementOf(check: CheckFacts, capability: string): OscalObject {
  const fed = check.feeds.filter((one) => one.capability === capability)
  const description =
    fed.length === 0
      ? 'Speaks to the capability and decides no clause of it.'
      : fed.map(({ stage, atLeast }) => `${STAGES[stage]}: at least ${atLeast * 100} % of the population.`).join('\n\n')
  return {
    uuid: derivedId('oscal-requirement', check.id, capability),
    'control-id': ownControl(capability),
    description,
    props: props({ 'rule-id': check.id, stages: fed.map(({ stage }) => STAGES[stage]).join(' ') }),
  }
}
