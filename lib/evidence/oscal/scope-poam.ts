import { derivedId } from '@/lib/kernel/id'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { Gap, RequirementOperation } from '@/lib/model/requirement-operation'
import { metadataOf, type OscalOrganization } from './metadata'
import type { OscalObject } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { systemId } from './system-id'

type Facts = {
  scope: AuditScope
  framework: RequirementFramework
  operations: readonly RequirementOperation[]
  organization: OscalOrganization
  lastModified: Instant
}

/** What closes a gap of each kind. */
const REMEDIES: Readonly<Record<Gap['kind'], string>> = {
  'not-covered': 'Map the requirement to a capability that is assessed or checked, or answer for it by other means.',
  'missing-quarter':
    'Have the checks run, or the capability assessed, in every quarter. A quarter that is over stays missing.',
  failed: 'Mend what fails and have the checks run again.',
  unknown: 'Grant the access that was refused, or read again what did not answer.',
  'no-evidence': 'Attach evidence that is in date.',
  'below-target': 'Bring the capability to its target stage.',
}

/**
 * The gaps of an audited scope as a plan of action: a risk a requirement that has any, an item a gap. Null when there are
 * none, because OSCAL has no empty plan of action.
 */
export function scopePoam(facts: Facts): OscalObject | null {
  const { scope, framework, operations, organization, lastModified } = facts
  const open = operations.filter(({ gaps }) => gaps.length > 0)
  if (open.length === 0) return null
  const place = placeOf(facts)
  return {
    metadata: metadataOf({
      title: `Plan of action and milestones: ${framework.name}, ${scope.period.from} to ${scope.period.to}`,
      lastModified,
      version: lastModified,
      organization,
    }),
    'system-id': systemId(organization.id),
    risks: open.map((operation) => riskOf(operation, framework, place)),
    'poam-items': itemsOf(open, place),
  }
}

const placeOf = ({ scope, organization }: Facts): string[] => [
  organization.id,
  scope.framework,
  scope.period.from,
  scope.period.to,
  [...scope.deploymentIds].sort().join(' '),
]

const gapKey = ({ requirement, kind, quarter, source }: Gap) => [requirement, kind, quarter ?? '', source ?? '']

/** Gaps that differ in their words alone are numbered, so that each keeps an id of its own. */
function itemsOf(operations: readonly RequirementOperation[], place: readonly string[]): OscalObject[] {
  const seen = new Map<string, number>()
  return operations.flatMap(({ gaps }) =>
    gaps.map((gap) => {
      const uuid = derivedId('oscal-poam-item', ...place, ...gapKey(gap))
      const times = seen.get(uuid) ?? 0
      seen.set(uuid, times + 1)
      return itemOf(gap, times === 0 ? uuid : derivedId(uuid, String(times)), place)
    }),
  )
}

const riskKey = (requirement: string, place: readonly string[]) =>
  derivedId('oscal-risk', 'requirement', ...place, requirement)

function riskOf(
  { requirement, state, coverage, gaps }: RequirementOperation,
  framework: RequirementFramework,
  place: readonly string[],
): OscalObject {
  const title = framework.requirements.find(({ id }) => id === requirement)?.title
  return {
    uuid: riskKey(requirement, place),
    title: line(`${framework.shortName} ${requirement}${title ? ` ${title}` : ''}`),
    description: prose(`Over the period its state is ${state}; its coverage is ${coverage.replace('_', ' ')}.`),
    statement: prose([...new Set(gaps.map(({ detail }) => detail))].join('\n\n')),
    props: props({ framework: framework.id, requirement, state, coverage }),
    status: 'open',
    remediations: [...new Set(gaps.map(({ kind }) => kind))].map((kind) => ({
      uuid: derivedId('oscal-remediation', ...place, requirement, kind),
      lifecycle: 'recommendation',
      title: line(kind.replaceAll('-', ' ')),
      description: REMEDIES[kind],
      tasks: [
        {
          uuid: derivedId('oscal-milestone', ...place, requirement, kind),
          type: 'milestone',
          title: line(REMEDIES[kind]),
        },
      ],
    })),
  }
}

const itemOf = (gap: Gap, uuid: string, place: readonly string[]): OscalObject => ({
  uuid,
  title: line(`${gap.requirement}: ${gap.kind.replaceAll('-', ' ')}${gap.quarter ? ` in ${gap.quarter}` : ''}`),
  description: prose(gap.detail),
  props: props({ requirement: gap.requirement, 'gap-kind': gap.kind, quarter: gap.quarter, source: gap.source }),
  'related-risks': [{ 'risk-uuid': riskKey(gap.requirement, place) }],
})
