import { checkOf } from '@/lib/checks/registry'
import { capability as capabilityOf } from '@/lib/framework/capabilities'
import { derivedId } from '@/lib/kernel/id'
import type { CapabilityPosture, PostureStage } from '@/lib/model/posture'
import { STAGES } from '@/lib/model/stage'
import type { CheckVerdict } from '@/lib/model/verdict'
import { type OscalObject, present } from './oscal-object'
import { line, props, prose } from './oscal-text'
import { objectiveId } from './own-control'
import { runRiskKey, verdictKey } from './run-facts'

export type VerdictsByCheck = ReadonlyMap<string, readonly CheckVerdict[]>

const STATUS = {
  met: { state: 'satisfied', reason: 'pass' },
  contradicted: { state: 'not-satisfied', reason: 'fail' },
  open: {
    state: 'not-satisfied',
    reason: 'other',
    remarks: 'Not all of it could be decided: unknown, and therefore not satisfied.',
  },
} as const

const SAID = {
  met: 'is met as far as checks reach',
  contradicted: 'is contradicted by checks',
  open: 'could not be decided by checks',
} as const

/** What a run finds of each stage that its checks speak to; a stage they are silent about has no finding. */
export const runFindings = (run: string, capability: CapabilityPosture, verdicts: VerdictsByCheck): OscalObject[] =>
  capability.stages.map((stage) => stageFinding(run, capability, stage, verdicts)).filter((one) => one !== null)

function stageFinding(
  run: string,
  { capability, supported, ceiling }: CapabilityPosture,
  { stage, state, criteria }: PostureStage,
  verdicts: VerdictsByCheck,
): OscalObject | null {
  if (state === 'silent') return null
  const speaking = [...new Set(criteria.filter((one) => one.state !== 'silent').map(({ checkId }) => checkId))]
  const failing = new Set(criteria.filter((one) => one.state === 'contradicted').map(({ checkId }) => checkId))
  const told = (checkId: string) => verdicts.get(checkId) ?? []
  const atRisk = [...failing].filter((checkId) => told(checkId).some(({ verdict }) => verdict === 'fail'))
  const stageOrNone = (one: typeof supported) => (one === null ? null : STAGES[one])
  return present({
    uuid: derivedId('oscal-finding', 'stage', run, capability, STAGES[stage]),
    title: line(`${capability} ${capabilityOf(capability).name}: ${STAGES[stage]} ${SAID[state]}`),
    description: prose(criteria.map(({ checkId, state: one }) => `${checkId}: ${one}`).join('; ')),
    target: {
      type: 'objective-id',
      'target-id': objectiveId(capability, stage),
      status: STATUS[state],
      props: props({
        'zt-maturity-stage': STAGES[stage],
        'supported-stage': stageOrNone(supported),
        'ceiling-stage': stageOrNone(ceiling),
      }),
    },
    'related-observations': speaking
      .flatMap(told)
      .map((verdict) => ({ 'observation-uuid': derivedId(...verdictKey(run, verdict)) })),
    'related-risks': atRisk.map((checkId) => ({ 'risk-uuid': derivedId(...runRiskKey(run, checkId)) })),
  })
}

/** The risk of a check that fails somewhere, and how it is mended. */
export function checkRisk(run: string, checkId: string, verdicts: readonly CheckVerdict[]): OscalObject | null {
  const failing = verdicts.filter(({ verdict }) => verdict === 'fail')
  if (failing.length === 0) return null
  const check = checkOf(checkId)
  return present({
    uuid: derivedId(...runRiskKey(run, checkId)),
    title: line(check?.title ?? checkId),
    description: prose(check?.asserts ?? 'A check that this release no longer has.'),
    statement: prose(check?.risk ?? 'Not known: this release no longer has the check.'),
    props: props({ 'rule-id': checkId, severity: check?.severity, accounts: failing.length }),
    status: 'open',
    remediations: check && [
      {
        uuid: derivedId('oscal-remediation', run, checkId),
        lifecycle: 'recommendation',
        title: 'Remediation',
        description: prose(check.remediation.text),
      },
    ],
    'related-observations': failing.map((one) => ({ 'observation-uuid': derivedId(...verdictKey(run, one)) })),
  })
}
