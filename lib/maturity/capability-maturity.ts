import type { Day } from '@/lib/model/instant'
import type { CapabilityMaturity } from '@/lib/model/maturity'
import { effectiveStage } from './effective-stage'
import type { AnswerFacts, WeightedCapability } from './input'

type Dated = AnswerFacts['evidence'][number]

/** Whether evidence may be relied upon on a day: collected by then and not expired before it. Days compare as text. */
const inDate = (evidence: Dated, asOf: Day): boolean =>
  evidence.collectedOn <= asOf && (evidence.expiresOn === null || asOf <= evidence.expiresOn)

/** One capability's result. Evidence of a capability that is not assessed backs nothing, so it does not count. */
export function capabilityMaturity(
  capability: WeightedCapability,
  answer: AnswerFacts | undefined,
  asOf: Day,
): CapabilityMaturity {
  const { status, effective, rule } = effectiveStage(answer)
  return {
    capability: capability.id,
    weight: capability.weight,
    status,
    assessed: status === 'assessed' ? (answer?.stage ?? null) : null,
    supported: answer?.supportedStage ?? null,
    effective,
    target: status === 'not_applicable' ? null : (answer?.targetStage ?? null),
    rule,
    evidenced: status !== 'not_assessed' && (answer?.evidence ?? []).some((one) => inDate(one, asOf)),
  }
}
