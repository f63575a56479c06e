import { capability as capabilityOf } from '@/lib/framework/capabilities'
import { guidanceOf } from '@/lib/framework/guidance'
import { derivedId } from '@/lib/kernel/id'
import { STAGES, type Stage } from '@/lib/model/stage'
import { type AssessedFacts, assessmentRiskKey } from './assessed-facts'
import { type BelowTarget, belowTarget, gapRisk, toldOf } from './assessment-findings'
import { assessmentModified } from './assessment-result'
import { metadataOf, type OscalOrganization } from './metadata'
import type { OscalObject } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { systemId } from './system-id'

/**
 * What is to be done to bring capabilities to their targets: a risk, an item and a milestone for each stage on the way.
 * Null when none is below its target, because OSCAL has no empty plan of action. No date is made up where none was set.
 */
export function assessmentPoam(facts: AssessedFacts, organization: OscalOrganization): OscalObject | null {
  const { assessment, deployment } = facts
  const gaps = toldOf(facts).flatMap((one) => belowTarget(one) ?? [])
  if (gaps.length === 0) return null
  const lastModified = assessmentModified(facts)
  return {
    metadata: metadataOf({
      title: `Plan of action and milestones: ${assessment.name}, ${deployment}`,
      lastModified,
      version: lastModified,
      organization,
    }),
    'system-id': systemId(assessment.deploymentId),
    risks: gaps.map((gap) => ({
      ...gapRisk(gap, assessment.id),
      remediations: [remediationOf(gap, assessment.id)],
    })),
    'poam-items': gaps.map((gap) => itemOf(gap, assessment.id)),
  }
}

const nameOf = (capability: string) => `${capability} ${capabilityOf(capability).name}`

const itemOf = ({ capability, stage, target }: BelowTarget, assessment: string): OscalObject => ({
  uuid: derivedId('oscal-poam-item', assessment, capability),
  title: line(`Bring ${nameOf(capability)} to ${STAGES[target]}`),
  description: prose(`It is at ${STAGES[stage]}. No date has been set by which it is to be there.`),
  props: props({ capability, 'zt-maturity-stage': STAGES[stage], 'zt-target-stage': STAGES[target] }),
  'related-risks': [{ 'risk-uuid': derivedId(...assessmentRiskKey(assessment, capability)) }],
})

const remediationOf = ({ capability, stage, target }: BelowTarget, assessment: string): OscalObject => ({
  uuid: derivedId('oscal-remediation', assessment, capability),
  lifecycle: 'planned',
  title: line(`Reach ${STAGES[target]}`),
  description: prose(`The target that the assessors set for ${nameOf(capability)}.`),
  tasks: STAGES.flatMap((name, at) =>
    at > stage && at <= target
      ? [
          {
            uuid: derivedId('oscal-milestone', assessment, capability, name),
            type: 'milestone',
            title: line(`${capability} at ${name}`),
            description: prose(guidanceOf(capability).stages[at as Stage]),
          },
        ]
      : [],
  ),
})
