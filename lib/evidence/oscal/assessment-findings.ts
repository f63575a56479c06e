import { capability as capabilityOf } from '@/lib/framework/capabilities'
import { guidanceOf } from '@/lib/framework/guidance'
import { derivedId } from '@/lib/kernel/id'
import type { CapabilityMaturity } from '@/lib/model/maturity'
import { STAGES, type Stage } from '@/lib/model/stage'
import { type AssessedFacts, assessmentRiskKey, observed } from './assessed-facts'
import { criteriaOf } from './criterion-observations'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { objectiveId } from './own-control'

/** A capability that has not reached the stage it was to reach. */
export type BelowTarget = { capability: string; stage: Stage; target: Stage }

/** Null for what reached its target, has none, does not apply or was not assessed: what is unknown is no gap and no success. */
export const belowTarget = ({ capability, effective, target }: CapabilityMaturity): BelowTarget | null =>
  effective !== null && target !== null && effective < target ? { capability, stage: effective, target } : null

/** The capabilities an assessment is told of, in the framework's order. */
export const toldOf = ({ assessment, capabilities }: AssessedFacts): CapabilityMaturity[] =>
  assessment.maturity.layers
    .flatMap((layer) => layer.capabilities)
    .filter(({ capability }) => capabilities === null || capabilities.has(capability))

/**
 * What an assessment finds of a capability. At or above its target it is satisfied, below it not; one that was not assessed
 * is not satisfied for reason `other`, so that a reader of findings alone cannot take silence for success. Null where there
 * is nothing to judge: it does not apply, or no target was set.
 */
export function assessmentFinding(one: CapabilityMaturity, facts: AssessedFacts): OscalObject | null {
  const { capability, status, effective, target } = one
  const gap = belowTarget(one)
  const name = `${capability} ${capabilityOf(capability).name}`
  if (status === 'not_applicable' || (status === 'assessed' && target === null)) return null
  const unknown = status === 'not_assessed' || effective === null
  const title = unknown ? `${name} was not assessed` : `${name} is ${gap ? 'below' : 'at or above'} its target`
  return present({
    uuid: derivedId('oscal-finding', 'capability', facts.assessment.id, capability),
    title: line(title),
    description: prose(
      unknown
        ? 'Nobody answered this capability, so it is not known whether it is satisfied.'
        : `It is at ${STAGES[effective]}; the target is ${target === null ? 'not set' : STAGES[target]}.`,
    ),
    target: {
      type: 'objective-id',
      'target-id': objectiveId(capability, target),
      status: unknown
        ? { state: 'not-satisfied', reason: 'other', remarks: 'Not assessed: unknown, and therefore not satisfied.' }
        : { state: gap ? 'not-satisfied' : 'satisfied', reason: gap ? 'fail' : 'pass' },
      props: propsOf(one, facts.assessment.maturity.formula),
    },
    'related-observations': relatedOf(capability, facts),
    'related-risks': gap ? [{ 'risk-uuid': derivedId(...assessmentRiskKey(facts.assessment.id, capability)) }] : null,
  })
}

const stageName = (stage: Stage | null) => (stage === null ? null : STAGES[stage])

const propsOf = (
  { effective, target, assessed, supported, rule, evidenced, weight }: CapabilityMaturity,
  formula: string,
) =>
  props({
    'zt-maturity-stage': stageName(effective),
    'zt-target-stage': stageName(target),
    'assessed-stage': stageName(assessed),
    'supported-stage': stageName(supported),
    rule,
    evidenced: String(evidenced),
    weight,
    formula,
  })

function relatedOf(capability: string, { assessment }: AssessedFacts): OscalObject[] {
  const answer = assessment.answers.find((one) => one.capability === capability)
  const checks = new Set(criteriaOf(assessment.posture, capability).map(({ checkId }) => checkId))
  const keys = [
    ...(answer ? [observed.answer(assessment.id, capability)] : []),
    ...(answer?.evidence.map(({ id }) => observed.evidence(id)) ?? []),
    ...[...checks].map((check) => observed.check(assessment.id, check)),
  ]
  return keys.map((key) => ({ 'observation-uuid': derivedId(...key) }))
}

/** The risk of a gap, the same in results and in the plan of action. */
export function gapRisk({ capability, stage, target }: BelowTarget, assessment: string): OscalObject {
  const { intent, stages } = guidanceOf(capability)
  return {
    uuid: derivedId(...assessmentRiskKey(assessment, capability)),
    title: line(`${capability} ${capabilityOf(capability).name} is below its target`),
    description: prose(intent),
    statement: prose(
      `The capability is at ${STAGES[stage]} and was to be at ${STAGES[target]}. Not in place in full: ${stages[target]}`,
    ),
    props: props({ capability, 'zt-maturity-stage': STAGES[stage], 'zt-target-stage': STAGES[target] }),
    status: 'open',
  }
}
