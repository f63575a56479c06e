import type { Assessment } from '@/lib/model/assessment'
import type { Maturity } from '@/lib/model/maturity'
import { dayText } from './date'
import { stageLabel } from './stage'

type Told = Pick<Assessment, 'name' | 'state' | 'answered' | 'asOf'>

/** An assessment's heading as a finding: how far it is, who it waits for, or where the organization stood on its day. */
export function assessmentTitle(
  { name, state, answered, asOf }: Told,
  capabilities: number,
  organization: string,
  { stage, score }: Pick<Maturity, 'stage' | 'score'>,
): string {
  if (state === 'submitted') return `${name} waits for approval`
  if (state === 'draft')
    return answered >= capabilities
      ? `${name} is complete and can be submitted`
      : `${name}: ${answered} of ${capabilities} capabilities answered`
  if (score === null) return `${organization} had nothing assessed on ${dayText(asOf)}`
  if (stage === null) return `${organization} had no overall stage on ${dayText(asOf)}`
  return `${organization} was at ${stageLabel(stage)} on ${dayText(asOf)}`
}
