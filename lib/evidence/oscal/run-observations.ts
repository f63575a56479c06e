import { checkOf } from '@/lib/checks/registry'
import { derivedId } from '@/lib/kernel/id'
import type { CheckVerdict } from '@/lib/model/verdict'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { type RunFacts, type RunFinding, verdictKey } from './run-facts'

const GAPS_TOLD = 20

/** What one check said of one account. What could not be read is named in the remarks. */
export function verdictObservation(verdict: CheckVerdict, run: RunFacts['run'], evidence: OscalObject[]): OscalObject {
  const { checkId, account, numerator, denominator, undecided } = verdict
  const check = checkOf(checkId)
  return present({
    uuid: derivedId(...verdictKey(run.id, verdict)),
    title: line(`Check ${checkId} of ${account}`),
    description: prose(
      `${check?.asserts ?? checkId}\n\nVerdict: ${verdict.verdict}; holds of ${numerator} of the ${denominator} that could be decided, ${undecided} could not.`,
    ),
    props: props({
      'rule-id': checkId,
      account,
      verdict: verdict.verdict,
      numerator,
      denominator,
      undecided,
      gaps: verdict.gaps.length,
    }),
    methods: ['TEST'],
    types: ['control-objective'],
    'relevant-evidence': evidence,
    collected: verdict.factsAt,
    remarks: gapsOf(verdict),
  })
}

function gapsOf({ gaps }: CheckVerdict): string | undefined {
  if (gaps.length === 0) return undefined
  const told = gaps
    .slice(0, GAPS_TOLD)
    .map(({ cause, operation, region }) => `${operation} in ${region ?? 'every region'}: ${cause}`)
  const more = gaps.length > GAPS_TOLD ? [`and ${gaps.length - GAPS_TOLD} more`] : []
  return prose(`Not read: ${[...told, ...more].join('; ')}.`)
}

/** One resource of which a check does not hold, as the run saw it. */
export const resourceObservation = (
  finding: RunFinding,
  run: RunFacts['run'],
  evidence: OscalObject[],
): OscalObject => {
  const observation = {
    uuid: derivedId('oscal-observation', 'finding', run.id, finding.id),
    title: line(finding.title),
    description: prose(finding.message),
    props: props({
      'rule-id': finding.checkId,
      'finding-id': finding.id,
      verdict: 'fail',
      severity: finding.severity,
      'resource-type': finding.resourceType,
      'resource-id': finding.resourceId,
      'resource-name': finding.resourceName,
      account: finding.account,
      region: finding.region,
      'open-since': finding.openedAt,
      'risk-accepted-until': finding.exceptionUntil,
    }),
    methods: ['TEST'],
    types: ['finding'],
    collected: run.finishedAt,
  }
  return evidence.length === 0 ? observation : { ...observation, 'relevant-evidence': evidence }
}
