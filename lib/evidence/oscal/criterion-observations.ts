import { checkOf } from '@/lib/checks/registry'
import { derivedId } from '@/lib/kernel/id'
import type { AssessmentDetail } from '@/lib/model/assessment'
import type { PostureCriterion } from '@/lib/model/posture'
import { observed } from './assessed-facts'
import type { OscalObject } from './oscal-object'
import { line, props, prose } from './oscal-text'

type Posture = NonNullable<AssessmentDetail['posture']>

/** What the checks said of a capability by the day of an assessment; checks that do not speak are left out. */
export const criteriaOf = (posture: Posture | null, capability: string): PostureCriterion[] =>
  (posture?.capabilities ?? [])
    .filter((one) => one.capability === capability)
    .flatMap(({ stages }) => stages.flatMap(({ criteria }) => criteria))
    .filter(({ state }) => state !== 'silent')

/** One observation a check, however many clauses it decides. */
export function criterionObservations(
  assessment: string,
  posture: Posture | null,
  capabilities: Iterable<string>,
): OscalObject[] {
  if (posture === null) return []
  const byCheck = new Map<string, PostureCriterion>()
  for (const capability of capabilities)
    for (const criterion of criteriaOf(posture, capability)) byCheck.set(criterion.checkId, criterion)
  return [...byCheck.values()].map(({ checkId, verdict, numerator, denominator, share }) => ({
    uuid: derivedId(...observed.check(assessment, checkId)),
    title: line(`Check ${checkId}`),
    description: prose(
      `${checkOf(checkId)?.asserts ?? checkId}\n\nVerdict: ${verdict}; holds of ${numerator} of the ${denominator} that could be decided.`,
    ),
    props: props({ 'rule-id': checkId, verdict, numerator, denominator, share, formula: posture.formula }),
    methods: ['TEST'],
    types: ['control-objective'],
    collected: posture.at,
  }))
}
